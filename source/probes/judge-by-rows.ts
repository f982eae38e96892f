import {rowsUnder} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import {judgement} from './judgement.js';
import {makeResult} from './make-result.js';
import type {ProbeContext} from './probe-context.js';
import {gravest, type ProbeResult} from './probe-result.js';

/** A row without a destination is as good as the gravest row that stands under it. */
export function judgeByRows(
	connection: Connection,
	results: readonly ProbeResult[],
	context: ProbeContext,
): ProbeResult {
	const ids = rowsUnder(connection).map(({id}) => id);
	const judged = results.filter(
		({id, cause}) => ids.includes(id) && cause !== 'answers.not-used',
	);
	const worst = gravest(judged);
	const row = {
		connection,
		source: context.answers.server.hostname,
		destination: 'any destination',
		port: connection.portNumber,
	};
	if (worst === undefined) {
		const unused = judgement('answers.not-used', 'no destination of this port is used');
		return makeResult(row, unused, null, context);
	}

	const passed = judged.filter(({verdict}) => verdict === 'pass').length;
	const {verdict, cause, owner, remedy} = worst;
	return {
		...makeResult(row, judgement(null, ''), {rows: ids}, context),
		verdict,
		cause,
		owner,
		remedy,
		detail:
			verdict === 'skipped'
				? worst.detail
				: `${passed} of ${judged.length} destinations proven`,
	};
}
