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
			`The rules in effect let nobody in on port ${port}. Run analytics-setup, review the rules and apply them.`,
	},
	'inbound.not-seen': {
		verdict: 'unprovable',
		owner: 'network',
		remedy: ({port, from}) =>
			`This side is ready. Open a connection to ${from} port ${port} from one of these machines, then probe again; if nothing arrives, ask your network team to permit it.`,
	},
} as const satisfies Diagnoses;
