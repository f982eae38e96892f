import type {Connection} from '../catalogue/connection.js';
import type {Finding} from './finding.js';
import {probeInbound} from './inbound/probe-inbound.js';
import {judgement} from './judgement.js';
import {makeResult, type RowResult} from './make-result.js';
import type {ProbeContext} from './probe-context.js';
import {probeDestination} from './probe-destination.js';
import {errandFor, type Target, targetsFor} from './target.js';

/** Proves one row that is not judged by others, once for each of its targets. */
export async function probeRow(
	connection: Connection,
	context: ProbeContext,
): Promise<readonly Finding[]> {
	return connection.direction === 'inbound'
		? [{result: await probeInbound(connection, context), journeys: []}]
		: Promise.all(
				targetsFor(connection, context.answers).map(target =>
					probeTarget(connection, target, context),
				),
			);
}

async function probeTarget(
	connection: Connection,
	target: Target,
	context: ProbeContext,
): Promise<Finding> {
	const row: RowResult = {
		connection,
		source: context.answers.server.hostname,
		destination: target.host,
		port: target.port,
	};
	if (target.kind === 'nothing') {
		const unused = judgement('answers.not-used', target.reason);
		return {result: makeResult(row, unused, null, context), journeys: []};
	}

	const errand = errandFor(connection, target, context.answers);
	if (errand === undefined) {
		const byDesign = judgement('udp.no-reply-by-design', 'no answer, by design');
		return {result: makeResult(row, byDesign, null, context), journeys: []};
	}

	return probeDestination(connection, errand, row, context);
}
