import type {Diagnoses} from '../diagnosis.js';

export const inboundDiagnoses = {
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
			`The answers name nobody who may use port ${port}. Run analytics-setup, say who may, and apply.`,
	},
	'inbound.not-seen': {
		verdict: 'unprovable',
		owner: 'network',
		remedy: ({port, from}) =>
			`This side is ready. Open a connection to ${from} port ${port} from one of these machines, then probe again; if nothing arrives, ask your network team to permit it.`,
	},
	'knock.refused-by-rules': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({address, named}) =>
			`The rules of this server do not let ${address} in. If it should get in, add it under ${named} and apply.`,
	},
	'knock.switched-off': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({address, named}) =>
			`The answers open this port to nobody. If ${address} should get in, switch it on under ${named}, add the address there and apply.`,
	},
	'knock.not-applied': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({address}) =>
			`Your answers let ${address} in, but the rules in effect do not. Run analytics-setup, review the rules and apply them.`,
	},
	'knock.refused-elsewhere': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({address}) =>
			`Something on this server other than the rules of this program dropped what ${address} sent. Run "analytics-setup status", which names whatever else filters packets here.`,
	},
	'knock.no-program': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({address, port}) =>
			`The network and the firewall of this server let ${address} through, but no program listens on port ${port} yet. Start the service, then let it try again.`,
	},
	'knock.loopback-only': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({address, port}) =>
			`The network and the firewall of this server let ${address} through, but the program on port ${port} accepts connections from this server itself only. Make it listen on all addresses.`,
	},
	'knock.stand-in': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({address, port}) =>
			`The network and the firewall of this server let ${address} through. This program answered on port ${port} for a test, since Analytics itself does not run there yet.`,
	},
} as const satisfies Diagnoses;
