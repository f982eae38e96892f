import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {monotonicNow} from '../../source/host/boot.js';
import {
	describePending,
	formatTimeLeft,
	pendingFailure,
	timeLeft,
} from '../../source/transaction/describe-trial.js';
import {describeProof} from '../../source/transaction/trial.js';
import {recordedTrial} from '../helpers/recorded-transactions.js';

for (const [milliseconds, text] of [
	[0, '0:00'],
	[1, '0:01'],
	[59_001, '1:00'],
	[112_000, '1:52'],
	[3_600_000, '60:00'],
] as const) {
	test(`${milliseconds} ms are ${text}`, () => {
		assert.equal(formatTimeLeft(milliseconds), text);
	});
}

test('the time left is that of this boot: whoever sets the clock changes nothing', (context: TestContext) => {
	const news = {
		state: 'on-trial',
		deadline: monotonicNow() + 60_000,
		verified: 1,
		connections: [],
	} as const;
	context.mock.timers.enable({apis: ['Date'], now: Date.now()});
	for (const day of [-1, 1]) {
		context.mock.timers.setTime(Date.now() + day * 86_400_000);
		const left = timeLeft(news) ?? 0;
		assert.ok(left > 50_000 && left <= 60_000, String(left));
	}
});

test('after the deadline no time is left, and before the trial there is none', () => {
	const past = {
		state: 'on-trial',
		deadline: monotonicNow() - 5,
		verified: 1,
		connections: [],
	} as const;
	assert.equal(timeLeft(past), 0);
	assert.equal(timeLeft({state: 'loading'}), undefined);
});

test('who finds a trial is told whose it is, until when, and what to do', () => {
	const trial = recordedTrial();
	const {code, message, remedies} = pendingFailure(trial);
	assert.equal(code, 'busy');
	assert.match(
		message,
		/^New firewall rules of root from 10\.40\.0\.7 are on trial; the old ones return in (2:00|1:5\d)\.$/,
	);
	assert.match(remedies.join(), /analytics-setup confirm.*analytics-setup rollback/);
	trial.tell({state: 'loading'});
	assert.equal(
		describePending(trial),
		'root from 10.40.0.7 is changing the firewall rules of this server just now.',
	);
});

for (const [proof, words] of [
	[{kind: 'keypress', from: '10.40.0.7'}, 'proven by a key pressed at 10.40.0.7'],
	[{kind: 'new-connection', from: '::1'}, 'proven by a new connection from ::1'],
	[{kind: 'console'}, 'kept at a console; SSH is unproven'],
	[{kind: 'unattended'}, 'kept unattended; SSH is unproven'],
	[{kind: 'none'}, 'kept without proof'],
] as const) {
	test(`a proof by ${proof.kind} is called "${words}"`, () => {
		assert.equal(describeProof(proof), words);
	});
}
