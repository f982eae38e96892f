import {
	brokenIpv6BesideIpv4,
	droppingFirewall,
	noRouteHere,
	noRouteOnTheWay,
	noRouteToTimeServer,
	noTimeServer,
	nothingListens,
	prohibitingFirewall,
	prohibitingFirewall6,
	prohibitingTimeFirewall,
	resettingFirewall,
	silentTimeServer,
} from '../../campus/faults/firewalls.js';
import {largePacketsLost} from '../../campus/faults/large-packets.js';
import type {FaultTable} from './fault-table.js';

/** What a network does to a connection, and who must act. */
export const networkFaults: FaultTable = [
	[
		droppingFirewall,
		'looker-license fail tcp.timeout network',
		'This server asked 198.51.100.101 for 3.5 seconds and got no answer at all. A firewall on the way is dropping it. Ask your network team to permit 443/tcp from 10.10.0.10 to license.looker.com.',
	],
	[
		resettingFirewall,
		'looker-license fail tcp.refused remote',
		'license.looker.com (198.51.100.102) is reached, but no program accepts connections on port 443. Ask whoever runs it to start the service or to tell you its port.',
	],
	[
		prohibitingFirewall,
		'looker-license fail tcp.prohibited network',
		'A firewall refuses this ("administratively prohibited"). Ask your network team to permit 443/tcp from 10.10.0.10 to license.looker.com.',
	],
	[
		prohibitingFirewall6,
		'looker-license fail tcp.prohibited network',
		'A firewall refuses this ("administratively prohibited"). Ask your network team to permit 443/tcp from 2001:db8:10::10 to license.looker.com.',
	],
	[
		noRouteOnTheWay,
		'looker-license fail tcp.unreachable network',
		"There is no way from 10.10.0.10 to 203.0.113.1. Check this server's gateway; if it is right, ask your network team for a route, and to permit 443/tcp.",
	],
	[
		nothingListens,
		'looker-license fail tcp.refused remote',
		'license.looker.com (198.51.100.105) is reached, but no program accepts connections on port 443. Ask whoever runs it to start the service or to tell you its port.',
	],
	[
		brokenIpv6BesideIpv4,
		'looker-license warn tcp.timeout network',
		'This server asked 2001:db8:64::106 for 3.5 seconds and got no answer at all. A firewall on the way is dropping it. Ask your network team to permit 443/tcp from 2001:db8:10::10 to license.looker.com.',
	],
	[
		largePacketsLost,
		'bitbucket fail tcp.mtu network',
		'Small packets from 10.10.0.10 reach bitbucket.org on 443/tcp, and those above 1280 bytes are lost on the way without a word (a "path MTU black hole"). Ask your network team to permit the ICMP messages "fragmentation needed" and "packet too big", or to limit the TCP segment size (MSS) on that way.',
	],
	[
		silentTimeServer,
		'ntp-0 fail udp.timeout network',
		'This server asked 10.63.0.101 for 3.5 seconds and got no answer at all. A firewall on the way is dropping it. Ask your network team to permit 123/udp from 10.10.0.10 to 10.63.0.101.',
	],
	[
		noTimeServer,
		'ntp-0 fail udp.refused remote',
		'10.63.0.102 is reached, but nothing answers on 123/udp. Ask whoever runs it whether it is a time server.',
	],
	[
		prohibitingTimeFirewall,
		'ntp-0 fail udp.prohibited network',
		'A firewall refuses this ("administratively prohibited"). Ask your network team to permit 123/udp from 2001:db8:10::10 to 2001:db8:63::103.',
	],
	[
		noRouteHere,
		'ntp-0 fail udp.unreachable network',
		"There is no way from 10.10.0.10 to 203.0.113.2. Check this server's gateway; if it is right, ask your network team for a route, and to permit 123/udp.",
	],
	[
		// The kernel keeps what routers say of a datagram to itself.
		noRouteToTimeServer,
		'ntp-0 fail udp.timeout network',
		'This server asked 203.0.113.1 for 3.5 seconds and got no answer at all. A firewall on the way is dropping it. Ask your network team to permit 123/udp from 10.10.0.10 to 203.0.113.1.',
	],
];
