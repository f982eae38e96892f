import assert from 'node:assert/strict';
import {test} from 'node:test';
import {verdictOf} from '../../source/probes/verdict-of.js';

for (const [cause, isSoftened, verdict] of [
	[null, false, 'pass'],
	[null, true, 'pass'],
	['tcp.timeout', false, 'fail'],
	['tcp.timeout', true, 'warn'],
	['http.server-error', false, 'warn'],
	['http.server-error', true, 'warn'],
	['udp.no-reply-by-design', true, 'unprovable'],
	['answers.not-used', true, 'skipped'],
] as const) {
	test(`${cause ?? 'what is proven'} is "${verdict}"${isSoftened ? ' beside something that works' : ''}`, () => {
		assert.equal(verdictOf({cause, isSoftened}), verdict);
	});
}
