import assert from 'node:assert/strict';
import {test} from 'node:test';
import {replyOnObserved} from '../../../source/flow/inquiries/reply-on-observed.js';
import type {Observed} from '../../../source/observation/observed.js';
import {summarise} from '../../../source/observation/summarise.js';
import {observedTo} from '../../helpers/recorded-observation.js';
import {sampleAnswers, samplePolicy} from '../../helpers/sample.js';

const policy = samplePolicy({
	answers: sampleAnswers({outbound: {mode: 'destinations'}}),
});
const replyOn = (names: readonly string[], changes: Partial<Observed> = {}) =>
	replyOnObserved(summarise(observedTo(names, changes), policy));
const listed = 'license.looker.com';

for (const [name, reply, verdict, detail] of [
	[
		'nobody has observed',
		replyOnObserved(undefined),
		'skipped',
		/^nobody has observed yet/,
	],
	[
		'nothing was seen',
		replyOn([]),
		'skipped',
		/^nothing was seen since 2026-11-22 14:02/,
	],
	[
		'all of it is listed',
		replyOn([listed]),
		'pass',
		/^cuts off nothing that was seen since/,
	],
	[
		'one is not',
		replyOn([listed, 'a.example']),
		'warn',
		/^cuts off 1 destination seen since 2026-11-22 14:02 UTC$/,
	],
	[
		'two are not',
		replyOn(['a.example', 'b.example']),
		'warn',
		/^cuts off 2 destinations/,
	],
	[
		'one is not, and it has ended',
		replyOn(['a.example'], {until: Date.UTC(2026, 10, 24)}),
		'warn',
		/^cuts off 1 destination seen from 2026-11-22 to 2026-11-24$/,
	],
	['not all was counted', replyOn([listed], {isFull: true}), 'warn', /^not all/],
] as const) {
	test(`${name}: ${verdict}`, () => {
		assert.equal(reply.verdict, verdict);
		assert.match(reply.detail, detail);
	});
}

test('what would be cut off is named, a few of them, and how many there are more', () => {
	const {remedy} = replyOn(Array.from({length: 9}, (_, index) => `s${index}.example`));
	assert.match(remedy ?? '', /^s0\.example \(203\.0\.113\.1\) 443\/tcp, .* more\. /);
	assert.doesNotMatch(remedy ?? '', /s8\.example/);
});
