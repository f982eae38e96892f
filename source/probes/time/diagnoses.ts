import type {Diagnoses} from '../diagnosis.js';

export const timeDiagnoses = {
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
	'ntp.rate': {
		verdict: 'warn',
		owner: 'remote',
		remedy: ({destination}) =>
			`${destination} is reached, but finds that it is asked too often. Probe again in some minutes; if it stays, ask whoever runs it, or name another one.`,
	},
	'clock.off': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({named}) =>
			`This server's clock is wrong (${named}), so certificates and licences fail. Start its time service (systemctl enable --now chronyd, then chronyc makestep), and probe again.`,
	},
	'clock.disputed': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({named}) =>
			`The time servers differ by ${named}, so one of them is wrong. Look at which it is in the evidence of their rows, and name another one.`,
	},
} as const satisfies Diagnoses;
