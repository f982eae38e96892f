import assert from 'node:assert/strict';
import {EventEmitter} from 'node:events';
import {test} from 'node:test';
import {openTalk} from '../../../source/wizard/conversation/open-talk.js';

/** A terminal made of data. */
function recordedTerminal(width = Number.POSITIVE_INFINITY) {
	const input = new EventEmitter();
	const modes: string[] = [];
	let written = '';
	let interrupt: () => void = () => undefined;
	const talk = openTalk({
		input: Object.assign(input, {
			setEncoding: () => undefined,
			setRawMode: (isRaw: boolean) => modes.push(isRaw ? 'raw' : 'line by line'),
			pause: () => undefined,
			resume: () => undefined,
		}),
		write(text) {
			written += text;
		},
		width: () => width,
		onInterrupted(hear) {
			interrupt = hear;
			return () => undefined;
		},
	});
	return {
		talk,
		modes,
		type: (data: string) => input.emit('data', data),
		end: () => input.emit('end'),
		interrupt: () => interrupt(),
		written: () => written,
	};
}

test('an answer is a line, and the next one waits for its question', async () => {
	const {talk, type, written} = recordedTerminal();
	const first = talk.ask('Name: ');
	type('analytics');
	type('.uni.edu\nsecond\r\n');
	assert.deepEqual(await first, {kind: 'line', text: 'analytics.uni.edu'});
	assert.deepEqual(await talk.ask('Next: '), {kind: 'line', text: 'second'});
	assert.equal(written(), 'Name: Next: ');
});

test('lines that come together are one answer where many are asked for', async () => {
	const {talk, type} = recordedTerminal();
	const answer = talk.ask('Networks: ', {takesMany: true});
	for (const line of ['10.20.0.0/16', '', '10.24.8.0/22']) {
		type(`${line}\n`);
	}

	assert.deepEqual(await answer, {kind: 'line', text: '10.20.0.0/16\n\n10.24.8.0/22'});
});

test('news stand on lines of their own, and the question is repeated after them', async () => {
	const {talk, type, written} = recordedTerminal();
	const answer = talk.ask('What next: ');
	type('ke');
	talk.tell('A new login was seen.');
	type('ep\n');
	assert.deepEqual(await answer, {kind: 'line', text: 'keep'});
	assert.equal(written(), 'What next: \nA new login was seen.\nWhat next: ');
});

test('what is typed while nothing is asked can be forgotten', async () => {
	const {talk, type} = recordedTerminal();
	type('7\n');
	talk.forget();
	const answer = talk.ask('What next: ');
	type('undo\n');
	assert.deepEqual(await answer, {kind: 'line', text: 'undo'});
});

test('a question can be withdrawn, before it is asked too', async () => {
	const {talk} = recordedTerminal();
	const controller = new AbortController();
	const {signal} = controller;
	const answer = talk.ask('What next: ', {signal});
	controller.abort();
	assert.deepEqual(await answer, {kind: 'withdrawn'});
	assert.deepEqual(await talk.ask('What next: ', {signal}), {kind: 'withdrawn'});
});

test('Ctrl-C is heard by the question that is asked, or by the next one', async () => {
	const {talk, interrupt, type} = recordedTerminal();
	const answer = talk.ask('Name: ');
	interrupt();
	assert.deepEqual(await answer, {kind: 'interrupted'});
	type('stale\n');
	interrupt();
	assert.deepEqual(await talk.ask('Name: '), {kind: 'interrupted'});
	const next = talk.ask('Name: ');
	type('fresh\n');
	assert.deepEqual(await next, {kind: 'line', text: 'fresh'});
});

test('the end of input ends this question and every later one, after what was typed', async () => {
	const {talk, type, end} = recordedTerminal();
	type('last\n');
	end();
	assert.deepEqual(await talk.ask('Name: '), {kind: 'line', text: 'last'});
	assert.deepEqual(await talk.ask('Name: '), {kind: 'ended'});
	assert.deepEqual(await talk.ask('Name: '), {kind: 'ended'});
});

test('a line that the terminal has cut off is not taken, and that is told', async () => {
	const {talk, type, written} = recordedTerminal();
	const answer = talk.ask('Networks: ');
	type(`${'1'.repeat(4095)}\n`);
	assert.match(written(), /That line was too long: .* nothing of it was taken/);
	type('10.20.0.0/16\n');
	assert.deepEqual(await answer, {kind: 'line', text: '10.20.0.0/16'});
});

test('an answer is text, whatever was pasted with it', async () => {
	const {talk, type} = recordedTerminal();
	const answer = talk.ask('Networks: ');
	type('\u001B[2J\u001B]0;title\u000710.20.0.0/16\t\u0008\n');
	assert.deepEqual(await answer, {kind: 'line', text: '10.20.0.0/16'});
});

test('a secret is not echoed, and edited like any line', async () => {
	const {talk, type, modes, written} = recordedTerminal();
	const answer = talk.ask('Password: ', {isSecret: true});
	assert.deepEqual(modes, ['raw']);
	type('wrong\u0015Tr0ub4dor&4\u007F3');
	type('\r');
	assert.deepEqual(await answer, {kind: 'line', text: 'Tr0ub4dor&3'});
	assert.deepEqual(modes, ['raw', 'line by line']);
	assert.equal(written(), 'Password: \n');
});

for (const [name, key, kind] of [
	['Ctrl-C', '\u0003', 'interrupted'],
	['Ctrl-D', '\u0004', 'ended'],
] as const) {
	test(`${name} ends a secret, and the terminal echoes again`, async () => {
		const {talk, type, modes} = recordedTerminal();
		const answer = talk.ask('Password: ', {isSecret: true});
		type(key);
		assert.deepEqual(await answer, {kind});
		assert.deepEqual(modes, ['raw', 'line by line']);
	});
}

test('lines are broken between words only where that is asked for', () => {
	const narrow = recordedTerminal(20);
	narrow.talk.tell('Only these may open 9999/tcp.', '', '  indented as it was and on');
	assert.equal(
		narrow.written(),
		'Only these may open\n9999/tcp.\n\n  indented as it was\n  and on\n',
	);
	const heard = recordedTerminal();
	heard.talk.tell('A sentence '.repeat(50).trim());
	assert.equal(heard.written().split('\n').length, 2);
});

test('whatever is told, only printable text and line breaks are written', () => {
	const {talk, written} = recordedTerminal();
	talk.tell('a\u001B[31mred\u0007 bell\u009B2J\ttab\r\nmore…');
	assert.equal(written(), 'ared bell tab more...\n');
});
