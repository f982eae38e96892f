import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure, type FailureCode} from '../../../source/failure.js';
import {remediesFor} from '../../../source/wizard/words/failing.js';

const remedies = ['Look at "systemctl status nftables".'];

for (const [code, isTold] of [
	['firewall.failed', true],
	['command.failed', true],
	['state.damaged', true],
	['file.failed', false],
	['not-permitted', false],
	['busy', false],
] as const satisfies ReadonlyArray<readonly [FailureCode, boolean]>) {
	test(`after ${code} ${isTold ? 'it is said' : 'nothing is said about'} how support gets to see it`, () => {
		const told = remediesFor(new Failure(code, 'It failed.', {remedies}));
		assert.deepEqual(told, [
			...remedies,
			...(isTold
				? ['"analytics-setup support-bundle" collects what support needs to see.']
				: []),
		]);
	});
}
