import {formatAddress} from '../addresses/address.js';
import type {NameAnswer} from '../host/resolver.js';
import type {JudgedWay} from './join-ways.js';
import type {Journey} from './observation.js';
import type {StageResult, WayResult} from './probe-result.js';
import type {Seen} from './talk.js';
import {verdictOf} from './verdict-of.js';

/** What came of one way, as a result tells it. */
export function wayResult(
	{via, judgement}: JudgedWay,
	{way, seen}: Journey,
	name: NameAnswer | undefined,
	protocol: string,
): WayResult {
	return {
		via,
		address: formatAddress(way.address),
		verdict: verdictOf(judgement),
		cause: judgement.cause,
		detail: judgement.detail,
		stages: [
			...(name === undefined ? [] : [{stage: 'dns', milliseconds: name.milliseconds}]),
			...stagesOf(seen, protocol),
		],
	};
}

/** How long a way took without the look-up of its name, in milliseconds. */
export function durationOf(seen: Seen): number {
	return stagesOf(seen, '').reduce((sum, {milliseconds}) => sum + milliseconds, 0);
}

function stagesOf({dialled, ...talk}: Seen, protocol: string): readonly StageResult[] {
	return [
		{stage: protocol, milliseconds: dialled.milliseconds},
		...Object.entries(talk).flatMap(([stage, seen]) =>
			'milliseconds' in seen ? [{stage, milliseconds: seen.milliseconds}] : [],
		),
	];
}
