import {diagnoses} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import type {Judgement} from '../judgement.js';
import {makeResult, type Place} from '../make-result.js';
import type {ProbeResult} from '../probe-result.js';

/** One fault that explains others. */
export type Root = {
	/** What is said instead of them. */
	readonly result: ProbeResult;
	readonly explains: (finding: Finding) => boolean;
	/** What those that it explains wait for: `the DNS`. */
	readonly name: string;
};

/** Where and with what a run looks for root causes. */
export type RootPlace = Place & {
	readonly hostname: string;
	readonly lack: 'address' | 'route' | undefined;
	/** By this server's clock, in milliseconds since 1970. */
	readonly now: number;
};

/** A result about this server itself, which stands under no row of the list. */
export function ownResult(
	id: string,
	judgement: Judgement,
	place: RootPlace,
	evidence: object | null = null,
): ProbeResult {
	const row = {
		connection: {id, direction: 'outbound', protocol: 'tcp'} as const,
		source: place.hostname,
		destination: place.hostname,
		port: 0,
	};
	return {
		...makeResult(row, judgement, evidence, place),
		destination: 'this server',
		port: null,
		protocol: null,
	};
}

/** Whether something fails that nothing else makes up for. */
export function fails({result: {verdict}}: Finding): boolean {
	return verdict === 'fail';
}

/** Whether a way fails, be it made up for by another one or not. */
export function isBroken(finding: Finding): boolean {
	return fails(finding) || isSoftened(finding);
}

/** `bitbucket.org and 3 more` */
export function andMore([first = '', ...rest]: readonly string[]): string {
	return rest.length === 0 ? first : `${first} and ${rest.length} more`;
}

/** Whether a failure is only a warning, because another way works. */
export function isSoftened({result: {verdict, cause}}: Finding): boolean {
	return verdict === 'warn' && cause !== null && diagnoses[cause].verdict === 'fail';
}
