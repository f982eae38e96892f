import type {Cause, Owner, Verdict} from './probe-result.js';

/** What a remedy may name. */
export type Situation = {
	readonly destination: string;
	/** The address that was tried, or the destination where none was. */
	readonly address: string;
	readonly port: number;
	readonly protocol: 'tcp' | 'udp';
	/** This server's own address. */
	readonly from: string;
	/** The DNS servers that were asked. */
	readonly resolvers: string;
	/** What is known of a destination that was retired. */
	readonly retirement: string;
};

type Diagnosis = {
	readonly verdict: Verdict;
	readonly owner: Owner;
	readonly remedy: (situation: Situation) => string;
};

/** Every cause: how bad it is, who must act, and what to tell them. */
export const diagnoses: Readonly<Record<Cause, Diagnosis>> = {
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
		remedy: ({from, resolvers}) =>
			`The DNS servers (${resolvers}) do not answer. Check their addresses; ask your network team to permit 53/udp and 53/tcp from ${from} to them.`,
	},
	'dns.no-server': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'This server knows no DNS server. Set one in its network configuration, then probe again.',
	},
	'tcp.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, address, port}) =>
			`${destination} (${address}) is reached, but no program accepts connections on port ${port}. Ask whoever runs it to start the service or to tell you its port.`,
	},
	'tcp.timeout': {verdict: 'fail', owner: 'network', remedy: noAnswer},
	'tcp.unreachable': {verdict: 'fail', owner: 'network', remedy: noWay},
	'tcp.prohibited': {verdict: 'fail', owner: 'network', remedy: prohibited},
	'udp.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination, address, port}) =>
			`${destination} (${address}) is reached, but nothing answers on ${port}/udp. Ask whoever runs it whether it is a time server.`,
	},
	'udp.timeout': {verdict: 'fail', owner: 'network', remedy: noAnswer},
	'udp.unreachable': {verdict: 'fail', owner: 'network', remedy: noWay},
	'udp.prohibited': {verdict: 'fail', owner: 'network', remedy: prohibited},
	'udp.no-reply-by-design': {
		verdict: 'unprovable',
		owner: 'vendor',
		remedy: () =>
			'The rule is in place as the vendor lists it, but SQL Server does not answer on UDP 1433, so nothing can be proven. Nothing needs to be done.',
	},
	'ntp.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} answers but refuses to tell the time. Ask whoever runs it to permit this server, or name another one.`,
	},
	'ntp.unsynchronised': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} answers but does not know the time itself. Ask whoever runs it to look at it, or name another one.`,
	},
	'ntp.clock-off': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: () =>
			"This server's clock is wrong by more than a minute, so certificates and licences may fail. Start its time service (chronyd), then probe again.",
	},
	'local.blocked': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination, port, protocol}) =>
			`The rules in effect on this server are not what the answers ask for ${port}/${protocol}, ${destination}. Run analytics-setup, review the rules and apply them.`,
	},
	'listen.nothing': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({port}) =>
			`No program on this server listens on port ${port}. Start the service, then probe again.`,
	},
	'listen.loopback-only': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({port}) =>
			`The program on port ${port} accepts connections from this server itself only. Make it listen on all addresses.`,
	},
	'policy.nobody': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({port}) =>
			`The rules in effect let nobody in on port ${port}. Run analytics-setup, review the rules and apply them.`,
	},
	'inbound.not-seen': {
		verdict: 'unprovable',
		owner: 'network',
		remedy: ({port, from}) =>
			`This side is ready. Open a connection to ${from} port ${port} from one of these machines, then probe again; if nothing arrives, ask your network team to permit it.`,
	},
	'vendor.retired': {
		verdict: 'warn',
		owner: 'vendor',
		remedy: ({destination, retirement}) =>
			`${destination} is retired. ${retirement} Ask the vendor what replaces it.`,
	},
	'answers.not-used': {
		verdict: 'skipped',
		owner: 'this-host',
		remedy: () => '',
	},
	'probe.failed': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'The probe itself failed, which says nothing about the connection. Probe again; if it stays, send the log to whoever supports this program.',
	},
};

const answerSeconds = '3.5';

function noAnswer({destination, address, port, protocol, from}: Situation): string {
	return `This server asked ${address} for ${answerSeconds} seconds and got no answer at all. A firewall on the way is dropping it. Ask your network team to permit ${port}/${protocol} from ${from} to ${destination}.`;
}

function noWay({address, port, protocol, from}: Situation): string {
	return `There is no way from ${from} to ${address}. Check this server's gateway; if it is right, ask your network team for a route, and to permit ${port}/${protocol}.`;
}

function prohibited({destination, port, protocol, from}: Situation): string {
	return `A firewall refuses this ("administratively prohibited"). Ask your network team to permit ${port}/${protocol} from ${from} to ${destination}.`;
}
