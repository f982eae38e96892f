import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {busy} from '../../../source/wizard/conversation/busy.js';
import {Departure} from '../../../source/wizard/conversation/conversation.js';
import {recordedTalk} from '../../helpers/recorded-talk.js';

const begin = (unstoppable?: string) => {
	const talk = recordedTalk();
	const work = Promise.withResolvers<string>();
	let signal: AbortSignal | undefined;
	let tell = talk.tell;
	const done = busy(talk, {
		doing: 'Working.',
		work(...given) {
			[signal, tell] = given;
			return work.promise;
		},
		...(unstoppable === undefined ? {} : {unstoppable}),
	});
	return {
		...talk,
		...work,
		done,
		isStopped: () => signal?.aborted,
		report: () => tell('One more.'),
	};
};

test('says what is done, and gives what comes of it', async () => {
	const {text, resolve, done} = begin();
	assert.equal(text(), 'Working.');
	resolve('found');
	assert.deepEqual(await done, {state: 'done', value: 'found'});
});

test('says every few seconds that it goes on', async t => {
	t.mock.timers.enable({apis: ['setInterval']});
	const {text, resolve, done} = begin();
	t.mock.timers.tick(10_000);
	assert.equal(text().match(/Still going on, for \d+ seconds now\./g)?.length, 2);
	resolve('');
	await done;
	t.mock.timers.tick(10_000);
	assert.equal(text().match(/Still going on/g)?.length, 2);
});

test('a failure is told by whoever asked for the work; a fault of ours is thrown', async () => {
	const failure = new Failure('command.failed', 'No.');
	const first = begin();
	first.reject(failure);
	assert.deepEqual(await first.done, {state: 'failed', failure});
	const second = begin();
	second.reject(new TypeError('oops'));
	await assert.rejects(second.done, TypeError);
});

test('"<" gives it up', async () => {
	const {callOut, done, isStopped} = begin();
	await callOut('<');
	assert.deepEqual(await done, {state: 'given-up'});
	assert.ok(isStopped());
});

test('what is found is told, but no longer once it was given up', async () => {
	const {callOut, report, done, text} = begin();
	report();
	assert.match(text(), /One more\./);
	await callOut('<');
	await done;
	const before = text();
	report();
	assert.equal(text(), before);
});

test('the question whether to leave stays, although the work is done meanwhile', async () => {
	const {interrupt, says, resolve, answer, done} = begin();
	await interrupt();
	await says(/Leave the setup\?/);
	resolve('found');
	await answer(/Type yes to leave/, '');
	assert.deepEqual(await done, {state: 'done', value: 'found'});
});

test('whoever leaves stops it', async () => {
	const {interrupt, answer, done, isStopped} = begin();
	await interrupt();
	await answer(/Type yes to leave/, 'yes');
	await assert.rejects(done, Departure);
	assert.ok(isStopped());
});

test('what must come to its end does, also when the terminal is gone', async () => {
	const {interrupt, says, end, resolve, done, isStopped} = begin('Not now.');
	await interrupt();
	await says(/Not now\./);
	end();
	assert.equal(isStopped(), false);
	resolve('found');
	assert.deepEqual(await done, {state: 'done', value: 'found'});
});
