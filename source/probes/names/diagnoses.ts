import type {Diagnoses} from '../diagnosis.js';

/** What is wrong with following names, where only the listed destinations are permitted. */
export const namesDiagnoses = {
	'names.behind': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: ({destination}) =>
			`The rules of this server permit ${destination}, but not yet at the addresses that the DNS tells now. Run "analytics-setup refresh", then probe again; if it stays, see in "analytics-setup status" whether its names are followed.`,
	},
} as const satisfies Diagnoses;
