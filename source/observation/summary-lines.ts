import {
	cutOff,
	describeDestination,
	describeSpan,
	describeUse,
	notSeen,
} from './describe-summary.js';
import type {ObservedDestination, ObservedSummary} from './summary.js';

/** What was observed, and what would become of it with only the listed destinations. */
export function summaryLines(summary: ObservedSummary, now: number): readonly string[] {
	const lost = cutOff(summary);
	const silent = summary.unknown.filter(({isAnswered}) => !isAnswered);
	const kept = summary.connections.filter(({destinations}) => destinations.length > 0);
	const unseen = notSeen(summary).map(({rule}) => rule.id);
	const lineOf = (destination: ObservedDestination) =>
		`${describeDestination(destination)}: ${describeUse(destination, now)}`;
	return [
		describeSpan(summary),
		...(summary.isFull ? [incomplete] : []),
		...(summary.trouble === undefined ? [] : [summary.trouble]),
		...chapter('Only the listed destinations would cut off:', lost.map(lineOf)),
		...(lost.length === 0
			? ['', 'Only the listed destinations would cut off nothing that was seen.']
			: ['What must stay belongs into "extra" of the answers.']),
		...chapter('Tried, but never answered by anybody:', silent.map(lineOf)),
		...chapter(
			'Would stay as it is:',
			kept.flatMap(({rule, destinations}) =>
				destinations.map(each => `${rule.id}: ${lineOf(each)}`),
			),
		),
		...(unseen.length === 0
			? []
			: ['', `Listed, and not seen up to now: ${unseen.join(', ')}.`]),
	];
}

const incomplete =
	'There were more destinations than are counted one by one: some are missing here.';

function chapter(heading: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ['', heading, ...lines.map(line => `  ${line}`)];
}
