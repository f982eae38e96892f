import type {Diagnoses} from '../diagnosis.js';

export const dnsDiagnoses = {
	'dns.nxdomain': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers}) =>
			`The DNS (${resolvers}) says that there is no "${destination}". Check the spelling; if it is right, ask your DNS team to add the name.`,
	},
	'dns.no-address': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers}) =>
			`The DNS (${resolvers}) knows "${destination}" but has no address for it. Ask your DNS team to add one.`,
	},
	'dns.servfail': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers}) =>
			`The DNS (${resolvers}) fails to look up "${destination}" (SERVFAIL). Ask your DNS team to look at it.`,
	},
	'dns.refused': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({from, resolvers}) =>
			`The DNS servers (${resolvers}) refuse questions from this server (${from}). Ask your DNS team to permit it, or name other servers.`,
	},
	'dns.timeout': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, from, resolvers}) =>
			`The DNS servers (${resolvers}) give no answer about ${destination}. If they answer about others, ask your DNS team; if not, check their addresses, and ask your network team to permit 53/udp and 53/tcp from ${from} to them.`,
	},
	'dns.server-silent': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, protocol, from}) =>
			`The DNS server ${destination} does not answer over ${protocol.toUpperCase()}. Check its address; if it is right, ask your network team to permit ${port}/${protocol} from ${from} to ${destination}.`,
	},
	'dns.no-service': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, port, protocol, resolvers}) =>
			`${destination} is reached, but no DNS server answers there on ${port}/${protocol}. Ask your DNS team to look at it, or name other DNS servers than ${resolvers}.`,
	},
	'dns.private-answer': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers, named}) =>
			`The DNS (${resolvers}) says that ${destination} has the address ${named}, which no site on the Internet has: most likely a filter in the DNS. Ask your DNS team to let ${destination} be looked up as it is.`,
	},
	'dns.sinkhole': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers, named}) =>
			`The DNS (${resolvers}) says that ${destination} is at ${named}, where no machine can be: a filter in the DNS. Ask your DNS team to let ${destination} be looked up as it is.`,
	},
	'dns.inside': {
		verdict: 'fail',
		owner: 'dns',
		remedy: ({destination, resolvers, named}) =>
			`The DNS (${resolvers}) says that ${destination} is inside, at ${named}. While only the listed destinations are permitted that stays shut: ask your DNS team to let ${destination} be looked up as it is, or permit ${named} among your own rules (extra).`,
	},
	'dns.disagree': {
		verdict: 'warn',
		owner: 'dns',
		remedy: ({destination, resolvers}) =>
			`The DNS servers (${resolvers}) disagree about ${destination}: not all of them know it, so it works or fails by which of them is asked. Ask your DNS team to make them agree.`,
	},
	'dns.half-answered': {
		verdict: 'warn',
		owner: 'dns',
		remedy: ({destination, resolvers}) =>
			`The DNS (${resolvers}) tells only one kind of address of ${destination} and fails when asked for the other. Programs ask for IPv4 and IPv6 and wait for both, so ask your DNS team to look at it.`,
	},
	'dns.elsewhere': {
		verdict: 'warn',
		owner: 'dns',
		remedy: ({destination, from, resolvers, named}) =>
			`Here ${destination} leads to ${named}, and this server has ${from}. That is right behind NAT or a load balancer; otherwise correct the hosts file if the name stands there, or ask your DNS team to correct it in the DNS (${resolvers}).`,
	},
	'dns.no-server': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'This server knows no DNS server. Set one in its network configuration, then probe again.',
	},
} as const satisfies Diagnoses;
