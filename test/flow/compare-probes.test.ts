import assert from 'node:assert/strict';
import {test} from 'node:test';
import {compareProbes, workingOutbound} from '../../source/flow/compare-probes.js';
import type {Verdict} from '../../source/probes/verdict.js';
import {sampleResult} from '../reports/sample-results.js';

const probed = (verdict: Verdict, parts: Parameters<typeof sampleResult>[0] = {}) => [
	sampleResult({verdict, ...parts}),
];

for (const [name, before, after, broken] of [
	['what worked and fails', probed('pass'), probed('fail'), 1],
	['what worked with a remark and fails', probed('warn'), probed('fail'), 1],
	['what worked and works', probed('pass'), probed('pass'), 0],
	['what worked and is unprovable now', probed('pass'), probed('unprovable'), 0],
	[
		'what worked and waits for something else that fails',
		probed('pass'),
		probed('skipped', {cause: 'local.blocked'}),
		1,
	],
	[
		'what worked and is not used any more',
		probed('pass'),
		probed('skipped', {cause: 'answers.not-used'}),
		0,
	],
	['what failed before', probed('fail'), probed('fail'), 0],
	['what nobody could prove before', probed('unprovable'), probed('fail'), 0],
	['what was not probed before', [], probed('fail'), 0],
	[
		'who comes in: nothing can be tried from here',
		probed('pass', {direction: 'inbound'}),
		probed('fail', {direction: 'inbound'}),
		0,
	],
	[
		'another destination of the same row',
		probed('pass', {destination: 'a.uni.edu'}),
		probed('fail', {destination: 'b.uni.edu'}),
		0,
	],
	[
		'another protocol of the same row',
		probed('pass', {protocol: 'udp'}),
		probed('fail'),
		0,
	],
] as const) {
	test(`${name} is ${broken === 0 ? 'not ' : ''}blamed on the change`, () => {
		assert.equal(compareProbes(before, after).broken.length, broken);
	});
}

test('how much worked is counted once each', () => {
	const before = [...probed('pass'), ...probed('pass'), ...probed('fail', {id: 'mail'})];
	assert.equal(compareProbes(before, []).worked, 1);
	assert.equal(workingOutbound(before).length, 2);
});
