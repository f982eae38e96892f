import {catalogue} from '../../source/catalogue/catalogue.js';
import type {Cause} from '../../source/probes/diagnoses.js';
import {diagnoses} from '../../source/probes/diagnoses.js';
import {
	countVerdicts,
	type ProbeResult,
	type ProbeRun,
} from '../../source/probes/probe-result.js';
import type {Server} from '../../source/reports/request-items.js';
import {sampleResult} from './sample-results.js';

export const server: Server = {
	hostname: 'analytics.uni.edu',
	from: {4: '10.10.0.10', 6: '2001:db8:10::10'},
};

export function runOf(
	results: readonly ProbeResult[],
	parts: Readonly<Partial<ProbeRun>> = {},
): ProbeRun {
	return {
		schema: 1,
		startedAt: '2026-11-25T14:02:11.000Z',
		finishedAt: '2026-11-25T14:02:15.000Z',
		results,
		counts: countVerdicts(results),
		...parts,
	};
}

/** A result with everything that its cause has. */
export function faultOf(
	cause: Cause,
	parts: Readonly<Partial<ProbeResult>> = {},
): ProbeResult {
	const {verdict, owner, remedy} = diagnoses[cause];
	const {destination = 'mssql.uni.edu', port = 1433} = parts;
	const words = remedy({
		...{destination, reached: destination, address: '10.50.0.5', port: port ?? 0},
		...{protocol: 'tcp', from: '10.10.0.10', resolvers: '10.62.0.53'},
		...{retirement: '', named: ''},
	});
	return sampleResult({cause, verdict, owner, remedy: words || null, ...parts});
}

/** The six destinations on 443 of the list, none of which answers. */
export const blackholes: readonly ProbeResult[] = catalogue
	.filter(({port, destination}) => port === '443 TCP' && destination !== undefined)
	.map(({id, destination = ''}, index) => {
		const address = `192.0.2.${index + 1}`;
		const detail = 'no answer in 3.5 s';
		return faultOf('tcp.timeout', {
			...{id, destination, address, detail, port: 443, milliseconds: 3501},
			ways: [
				{
					...{via: 'IPv4', address, verdict: 'fail', cause: 'tcp.timeout', detail},
					stages: [
						{stage: 'dns', milliseconds: 3},
						{stage: 'tcp', milliseconds: 3501},
					],
				},
			],
		});
	});
