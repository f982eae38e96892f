import assert from 'node:assert/strict';
import {test} from 'node:test';
import {standingOf} from '../../../source/wizard/trial/standing.js';
import {address} from '../../helpers/sample.js';

const session = {client: address('10.40.0.7'), clientPort: 50_022, port: 22};

for (const [name, given, hasFront, isShutOut, kind] of [
	['at a console', undefined, false, false, 'console'],
	['over SSH with our own table alone', session, false, false, 'judged'],
	['over SSH with firewalld beside it', session, true, false, 'unjudged'],
	[
		'over SSH to another port than the rules judge',
		{...session, port: 2222},
		false,
		false,
		'unjudged',
	],
	['over SSH and shut out', session, false, true, 'shut-out'],
] as const) {
	test(`${name}, a key is ${kind === 'judged' ? 'proof' : 'no proof'}: ${kind}`, () => {
		assert.equal(standingOf(given, {hasFront}, isShutOut).kind, kind);
	});
}
