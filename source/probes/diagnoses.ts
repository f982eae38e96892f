import type {Diagnoses, Diagnosis} from './diagnosis.js';
import {dnsDiagnoses} from './dns/diagnoses.js';
import {httpDiagnoses} from './http/diagnoses.js';
import {inboundDiagnoses} from './inbound/diagnoses.js';
import {mirrorsDiagnoses} from './mirrors/diagnoses.js';
import {namesDiagnoses} from './names/diagnoses.js';
import {proxyDiagnoses} from './proxy/diagnoses.js';
import {rootDiagnoses} from './roots/diagnoses.js';
import {smtpDiagnoses} from './smtp/diagnoses.js';
import {sqlDiagnoses} from './sql/diagnoses.js';
import {reachDiagnoses} from './tcp/diagnoses.js';
import {timeDiagnoses} from './time/diagnoses.js';
import {tlsDiagnoses} from './tls/diagnoses.js';
import type {Owner} from './verdict.js';

const generalDiagnoses = {
	'udp.no-reply-by-design': {
		verdict: 'unprovable',
		owner: 'vendor',
		remedy: () =>
			'The rule is in place as the vendor lists it, but SQL Server does not use UDP 1433, so nothing can be proven and nothing needs to be done. A named instance uses 1434/udp: give its name under SQL in analytics-setup, and that is tried.',
	},
	'vendor.retired': {
		verdict: 'warn',
		owner: 'vendor',
		remedy: ({destination, retirement}) =>
			`${destination} is retired. ${retirement} Ask the vendor what replaces it.`,
	},
	'vendor.changed': {
		verdict: 'warn',
		owner: 'vendor',
		remedy: ({destination, retirement}) =>
			`The DNS no longer knows ${destination}. ${retirement} Ask the vendor what replaces it.`,
	},
	'answers.not-used': {
		verdict: 'skipped',
		owner: 'this-host',
		remedy: () => '',
	},
	'login.no-password': {
		verdict: 'warn',
		owner: 'this-host',
		remedy: ({named}) =>
			`The login of the answers was not tried, for its password is missing. ${named}.`,
	},
	'probe.failed': {
		verdict: 'fail',
		owner: 'this-host',
		remedy: () =>
			'The probe itself failed, which says nothing about the connection. Probe again; if it stays, send the log to whoever supports this program.',
	},
} as const satisfies Diagnoses;

const known = {
	...generalDiagnoses,
	...dnsDiagnoses,
	...namesDiagnoses,
	...rootDiagnoses,
	...reachDiagnoses,
	...timeDiagnoses,
	...tlsDiagnoses,
	...inboundDiagnoses,
	...httpDiagnoses,
	...mirrorsDiagnoses,
	...proxyDiagnoses,
	...smtpDiagnoses,
	...sqlDiagnoses,
};

/** A machine-readable reason, dotted. */
export type Cause = keyof typeof known;

/** The causes that are for one party to act on. */
export type CauseOf<Party extends Owner> = {
	readonly [Key in Cause]: (typeof known)[Key]['owner'] extends Party ? Key : never;
}[Cause];

/** Every cause: how bad it is, who must act, and what to tell them. */
export const diagnoses: Readonly<Record<Cause, Diagnosis>> = known;
