import {
	answerInside,
	changedNameGone,
	dnsOverTcpBlocked,
	dnsServersDisagree,
	dnsSwitchedOff,
	failingDns,
	halfAnswered,
	nameGone,
	nameThatFails,
	nameThatHangs,
	nameWithoutAddress,
	oneOfTwoDnsSilent,
	privateAnswer,
	refusingDns,
	retiredName,
	silentDns,
	sinkhole,
} from '../../campus/faults/dns.js';
import type {FaultTable} from './fault-table.js';

/** What is wrong with the DNS, and who must act. */
export const dnsFaults: FaultTable = [
	[
		nameGone,
		'bitbucket fail dns.nxdomain dns',
		'The DNS (10.62.0.101) says that there is no "bitbucket.org". Check the spelling; if it is right, ask your DNS team to add the name.',
	],
	[
		retiredName,
		'mirrorlist-centos warn vendor.retired vendor',
		'mirrorlist.centos.org is retired. CentOS Linux and CentOS Stream 8 have ended and this name was taken out of the DNS about 2024-07-01; their packages are kept at vault.centos.org. No firewall can make it work. Ask the vendor what replaces it.',
	],
	[
		changedNameGone,
		'acc-cdn warn vendor.changed vendor',
		'The DNS no longer knows software2-public.azureedge.net. Azure CDN from Edgio, which served it, ended on 2025-01-15. Ask the vendor what replaces it.',
	],
	[
		nameWithoutAddress,
		'bitbucket fail dns.no-address dns',
		'The DNS (10.62.0.102) knows "bitbucket.org" but has no address for it. Ask your DNS team to add one.',
	],
	[
		privateAnswer,
		'bitbucket fail dns.private-answer dns',
		'The DNS (10.62.0.103) says that bitbucket.org has the address 10.1.1.1, which no site on the Internet has: most likely a filter in the DNS. Ask your DNS team to let bitbucket.org be looked up as it is.',
	],
	[
		sinkhole,
		'bitbucket fail dns.sinkhole dns',
		'The DNS (10.62.0.104) says that bitbucket.org is at 0.0.0.0, where no machine can be: a filter in the DNS. Ask your DNS team to let bitbucket.org be looked up as it is.',
	],
	[
		answerInside,
		'bitbucket fail dns.inside dns',
		'The DNS (10.62.0.122) says that bitbucket.org is inside, at 10.1.1.1. While only the listed destinations are permitted that stays shut: ask your DNS team to let bitbucket.org be looked up as it is, or permit 10.1.1.1 among your own rules (extra).',
	],
	[
		nameThatFails,
		'bitbucket fail dns.servfail dns',
		'The DNS (10.62.0.105) fails to look up "bitbucket.org" (SERVFAIL). Ask your DNS team to look at it.',
	],
	[
		nameThatHangs,
		'bitbucket fail dns.timeout dns',
		'The DNS servers (10.62.0.120) give no answer about bitbucket.org. If they answer about others, ask your DNS team; if not, check their addresses, and ask your network team to permit 53/udp and 53/tcp from 10.10.0.10 to them.',
	],
	[
		halfAnswered,
		'bitbucket warn dns.half-answered dns',
		'The DNS (10.62.0.118) tells only one kind of address of bitbucket.org and fails when asked for the other. Programs ask for IPv4 and IPv6 and wait for both, so ask your DNS team to look at it.',
	],
	[
		dnsServersDisagree,
		'bitbucket warn dns.disagree dns',
		'The DNS servers (10.62.0.115, 10.62.0.116) disagree about bitbucket.org: not all of them know it, so it works or fails by which of them is asked. Ask your DNS team to make them agree.',
	],
	[
		failingDns,
		'dns-udp fail dns.servfail dns',
		'The DNS (10.62.0.107) fails to look up "analytics.uni.edu" (SERVFAIL). Ask your DNS team to look at it.',
	],
	[
		refusingDns,
		'dns-udp fail dns.refused dns',
		'The DNS servers (10.62.0.109) refuse questions from this server (10.10.0.10). Ask your DNS team to permit it, or name other servers.',
	],
	[
		silentDns,
		'dns-udp fail dns.server-silent network',
		'The DNS server 10.62.0.110 does not answer over UDP. Check its address; if it is right, ask your network team to permit 53/udp from 10.10.0.10 to 10.62.0.110.',
	],
	[
		dnsSwitchedOff,
		'dns-udp fail dns.no-service dns',
		'10.62.0.111 is reached, but no DNS server answers there on 53/udp. Ask your DNS team to look at it, or name other DNS servers than 10.62.0.111.',
	],
	[
		oneOfTwoDnsSilent,
		'dns-udp fail dns.server-silent network',
		'The DNS server 10.62.0.113 does not answer over UDP. Check its address; if it is right, ask your network team to permit 53/udp from 10.10.0.10 to 10.62.0.113.',
	],
	[
		dnsOverTcpBlocked,
		'dns-tcp fail dns.server-silent network',
		'The DNS server 10.62.0.114 does not answer over TCP. Check its address; if it is right, ask your network team to permit 53/tcp from 10.10.0.10 to 10.62.0.114.',
	],
];
