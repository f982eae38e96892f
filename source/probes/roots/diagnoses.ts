import type {Diagnoses} from '../diagnosis.js';

/** Faults of this server itself that stand under no row of the list. */
export const rootDiagnoses = {
	'host.no-address': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'This server has no address of its own yet. Set one in its network configuration (nmtui), then probe again.',
	},
	'host.no-route': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({from}) =>
			`This server (${from}) has no default route, so it reaches nothing beyond its own subnet. Set its gateway in the network configuration (nmtui), then probe again.`,
	},
	'ipv6.broken': {
		verdict: 'warn',
		owner: 'network',
		remedy: () =>
			'This server has an IPv6 address, but nothing outside is reached by IPv6; everything works by IPv4. Ask your network team to mend IPv6, or to take it from this server.',
	},
} as const satisfies Diagnoses;
