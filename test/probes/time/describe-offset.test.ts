import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeOffset} from '../../../source/probes/time/describe-offset.js';

for (const [offset, words] of [
	[0, 'clock exact'],
	[4, 'clock 4 ms slow'],
	[-4, 'clock 4 ms fast'],
	[9999, 'clock 9999 ms slow'],
	[10_000, 'clock 10 s slow'],
	[-90_000, 'clock 90 s fast'],
	[119_999, 'clock 120 s slow'],
	[120_000, 'clock 2 minutes slow'],
	[7_200_000, 'clock 2 hours slow'],
	[-86_400_000, 'clock 24 hours fast'],
	[172_800_000, 'clock 2 days slow'],
	[34_560_000_000, 'clock 400 days slow'],
] as const) {
	test(`${offset} ms are told as "${words}"`, () => {
		assert.equal(describeOffset(offset), words);
	});
}
