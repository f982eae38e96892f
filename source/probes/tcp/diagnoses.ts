import type {Diagnoses, Situation} from '../diagnosis.js';

export const reachDiagnoses = {
	'tcp.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({reached, port}) =>
			`${reached} is reached, but no program accepts connections on port ${port}. Ask whoever runs it to start the service or to tell you its port.`,
	},
	'tcp.timeout': {verdict: 'fail', owner: 'network', remedy: noAnswer},
	'tcp.unreachable': {verdict: 'fail', owner: 'network', remedy: noWay},
	'tcp.prohibited': {verdict: 'fail', owner: 'network', remedy: prohibited},
	'tcp.mtu': {
		verdict: 'fail',
		owner: 'network',
		remedy: ({destination, port, protocol, from, named}) =>
			`Small packets from ${from} reach ${destination} on ${port}/${protocol}, and those above ${named} bytes are lost on the way without a word (a "path MTU black hole"). Ask your network team to permit the ICMP messages "fragmentation needed" and "packet too big", or to limit the TCP segment size (MSS) on that way.`,
	},
	'udp.refused': {
		verdict: 'fail',
		owner: 'remote',
		remedy: ({reached, port}) =>
			`${reached} is reached, but nothing answers on ${port}/udp. Ask whoever runs it whether it is a time server.`,
	},
	'udp.timeout': {verdict: 'fail', owner: 'network', remedy: noAnswer},
	'udp.unreachable': {verdict: 'fail', owner: 'network', remedy: noWay},
	'udp.prohibited': {verdict: 'fail', owner: 'network', remedy: prohibited},
	'local.blocked': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination, port, protocol, named}) =>
			`The rules in effect on this server are not what the answers ask for ${named || `${port}/${protocol}, ${destination}`}. Run analytics-setup, review the rules and apply them.`,
	},
} as const satisfies Diagnoses;

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
