import {
	brokenIpv6,
	namesNotFollowed,
	noAddress,
	noDefaultRoute,
	noDnsServerKnown,
	notApplied4,
	notApplied6,
	ownRulesAgainstDns,
	ownRulesAgainstTime,
} from '../../campus/faults/appliance.js';
import {allLargePacketsLost} from '../../campus/faults/large-packets.js';
import type {FaultTable} from './fault-table.js';

/** Faults of this server, or of all that it reaches: each needs a campus of its own. */
export const rootFaults: FaultTable = [
	[
		noAddress,
		'network fail host.no-address this-host',
		'This server has no address of its own yet. Set one in its network configuration (nmtui), then probe again.',
	],
	[
		noDefaultRoute,
		'network fail host.no-route this-host',
		'This server (10.10.0.10) has no default route, so it reaches nothing beyond its own subnet. Set its gateway in the network configuration (nmtui), then probe again.',
	],
	[
		noDnsServerKnown,
		'dns fail dns.no-server this-host',
		'This server knows no DNS server. Set one in its network configuration, then probe again.',
	],
	[
		ownRulesAgainstDns,
		'firewall fail local.blocked this-host',
		'The rules in effect on this server are not what the answers ask for 53/udp. Run analytics-setup, review the rules and apply them.',
	],
	[
		ownRulesAgainstTime,
		'firewall fail local.blocked this-host',
		'The rules in effect on this server are not what the answers ask for 123/udp. Run analytics-setup, review the rules and apply them.',
	],
	[
		notApplied4,
		'firewall fail local.blocked this-host',
		'The rules in effect on this server are not what the answers ask for 1433/tcp. Run analytics-setup, review the rules and apply them.',
	],
	[
		notApplied6,
		'firewall fail local.blocked this-host',
		'The rules in effect on this server are not what the answers ask for 1433/tcp. Run analytics-setup, review the rules and apply them.',
	],
	[
		namesNotFollowed,
		'names fail names.behind this-host',
		'The rules of this server permit mssql.uni.edu and 11 more, but not yet at the addresses that the DNS tells now. Run "analytics-setup refresh", then probe again; if it stays, see in "analytics-setup status" whether its names are followed.',
	],
	[
		brokenIpv6,
		'ipv6 warn ipv6.broken network',
		'This server has an IPv6 address, but nothing outside is reached by IPv6; everything works by IPv4. Ask your network team to mend IPv6, or to take it from this server.',
	],
	[
		allLargePacketsLost,
		'path fail tcp.mtu network',
		'Small packets from 10.10.0.10 reach smtp.uni.edu and 2 more on 587/tcp, and those above 1400 bytes are lost on the way without a word (a "path MTU black hole"). Ask your network team to permit the ICMP messages "fragmentation needed" and "packet too big", or to limit the TCP segment size (MSS) on that way.',
	],
];
