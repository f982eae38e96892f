import type {Cause} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import type {Journey} from '../observation.js';
import {type JudgedClock, judgeClock, judgeClockByWeb} from '../time/judge-clock.js';
import {fails, ownResult, type Root, type RootPlace} from './root.js';

/** What the others say of this server's clock; undefined where nobody tells. */
export function clockFinding(
	findings: readonly Finding[],
	place: RootPlace,
): Finding | undefined {
	const clock = clockBy(findings);
	return clock === undefined
		? undefined
		: {
				result: ownResult('clock', clock.judgement, place, {
					timeServers: offsetsOfTimeServers(findings),
					webServers: offsetsOfWebServers(findings),
				}),
				journeys: findings.flatMap(({journeys}) => journeys),
			};
}

const aboutDates: readonly (Cause | null)[] = ['tls.expired', 'tls.not-yet-valid'];

/** Whether a wrong clock may be what is wrong with a certificate. */
export function isAboutDates({result: {cause}}: Finding): boolean {
	return aboutDates.includes(cause);
}

/** The clock is off, and a certificate would be valid if it were not. */
export function clockRoot(
	findings: readonly Finding[],
	{now}: RootPlace,
): Root | undefined {
	const clock = findings.find(({result: {id}}) => id === 'clock');
	const ahead = clock === undefined ? undefined : clockBy([clock])?.ahead;
	if (clock === undefined || ahead === undefined || !fails(clock)) {
		return undefined;
	}

	const truth = new Date(now + ahead).toISOString();
	return {
		result: clock.result,
		explains: finding => isAboutDates(finding) && finding.journeys.some(isValidAt(truth)),
		name: 'the clock',
	};
}

/** @param moment ISO 8601, UTC */
function isValidAt(moment: string) {
	return ({seen: {tls, smtp, sql}}: Journey) => {
		const started =
			tls ?? smtp?.tls ?? (sql?.outcome === 'answered' ? sql.tls : undefined);
		const leaf = started?.outcome === 'established' ? started.certificates[0] : undefined;
		return leaf !== undefined && leaf.validFrom <= moment && moment <= leaf.validTo;
	};
}

function clockBy(findings: readonly Finding[]): JudgedClock | undefined {
	return (
		judgeClock(offsetsOfTimeServers(findings)) ??
		judgeClockByWeb(offsetsOfWebServers(findings))
	);
}

/** How far the servers are ahead of this server's clock, in milliseconds. */
function offsetsOfTimeServers(findings: readonly Finding[]): readonly number[] {
	return findings
		.flatMap(({journeys}) => journeys)
		.flatMap(({seen: {time}}) =>
			time === undefined || time.kiss !== undefined || time.isUnsynchronised
				? []
				: [time.offset],
		);
}

function offsetsOfWebServers(findings: readonly Finding[]): readonly number[] {
	return findings
		.flatMap(({journeys}) => journeys)
		.flatMap(({seen: {http}}) =>
			http?.outcome === 'answered' ? (http.clockAhead ?? []) : [],
		);
}
