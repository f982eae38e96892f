import type {Cause} from '../diagnoses.js';
import type {Finding} from '../finding.js';
import type {Journey} from '../observation.js';
import {judgeClock} from '../time/judge-clock.js';
import {fails, ownResult, type Root, type RootPlace} from './root.js';

/** What the time servers say of this server's clock; undefined where none answered. */
export function clockFinding(
	findings: readonly Finding[],
	place: RootPlace,
): Finding | undefined {
	const offsets = offsetsIn(findings);
	return offsets.length === 0
		? undefined
		: {
				result: ownResult('clock', judgeClock(offsets), place, {offsets}),
				journeys: findings.flatMap(({journeys}) => journeys).filter(isTime),
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
	const [offset = 0] = clock === undefined ? [] : offsetsIn([clock]);
	const truth = new Date(now + offset).toISOString();
	return clock === undefined || !fails(clock)
		? undefined
		: {
				result: clock.result,
				explains: finding =>
					isAboutDates(finding) && finding.journeys.some(isValidAt(truth)),
				name: 'the clock',
			};
}

/** @param moment ISO 8601, UTC */
function isValidAt(moment: string) {
	return ({seen: {tls, smtp}}: Journey) => {
		const started = tls ?? smtp?.tls;
		const leaf = started?.outcome === 'established' ? started.certificates[0] : undefined;
		return leaf !== undefined && leaf.validFrom <= moment && moment <= leaf.validTo;
	};
}

function isTime({seen}: Journey): boolean {
	return seen.time !== undefined;
}

/** How far the servers are ahead of this server's clock, in milliseconds. */
function offsetsIn(findings: readonly Finding[]): readonly number[] {
	return findings
		.flatMap(({journeys}) => journeys)
		.flatMap(({seen: {time}}) =>
			time === undefined || time.kiss !== undefined || time.isUnsynchronised
				? []
				: [time.offset],
		);
}
