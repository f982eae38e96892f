import type {Connection} from '../catalogue/connection.js';
import type {JudgedWay} from './join-ways.js';
import {judgeJourney} from './judge-journey.js';
import type {Journey} from './observation.js';
import type {PermittedHere} from './permitted-here.js';
import type {Errand} from './talk.js';

export type JudgedJourney = JudgedWay & {readonly journey: Journey};

/** What each way to a destination proves. */
export function judgeWays(
	journeys: readonly Journey[],
	errand: Errand,
	connection: Connection,
	permitted: PermittedHere,
): readonly JudgedJourney[] {
	return journeys.map(journey => ({
		via: viaOf(journey),
		journey,
		judgement: judgeJourney(journey, errand, connection, permitted),
	}));
}

function viaOf({way}: Journey): JudgedWay['via'] {
	if (way.via === 'proxy') {
		return 'proxy';
	}

	return way.address.family === 4 ? 'IPv4' : 'IPv6';
}
