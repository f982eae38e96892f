import type {Diagnoses} from '../diagnosis.js';

/** What a list of mirrors cannot do where only the listed destinations are permitted. */
export const mirrorsDiagnoses = {
	'mirrors.not-listed': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({destination, named}) =>
			`${destination} sends on to hosts that the vendor's list does not name (${named}), so they are not permitted. Unless the repository has a mirror of your own choice already, permit one among your own rules (extra) and name it in the repository's file (baseurl).`,
	},
	'mirrors.no-list': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({destination, named}) =>
			`${destination} answers, but with no list of mirrors, so nothing shows whether ${named} come. Run "dnf makecache" on this server, which shows it.`,
	},
} as const satisfies Diagnoses;
