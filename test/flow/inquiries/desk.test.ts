import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {setImmediate as turn} from 'node:timers/promises';
import {
	type Desk,
	type News,
	noNews,
	openDesk,
} from '../../../source/flow/inquiries/desk.js';
import {
	type Inquiry,
	keyOfQuestion,
	type Reply,
} from '../../../source/flow/inquiries/inquiry.js';

const reply: Reply = {
	...{destination: 'a.uni.edu', address: null, verdict: 'pass', cause: null},
	...{owner: null, detail: '10.1.0.1', remedy: null},
};
const about = (...names: readonly string[]): readonly Inquiry[] =>
	names.map((name, index) => ({
		path: `time.servers[${index}]`,
		question: {about: 'name', name},
	}));
const keyFor = (name: string) => keyOfQuestion({about: 'name', name});

let asked: string[];
let calledOff: string[];
let answers: Map<string, PromiseWithResolvers<Reply | undefined>>;
let told: News[];
let faults: unknown[];
let desk: Desk;

beforeEach(() => {
	mock.timers.enable({apis: ['setTimeout']});
	[asked, calledOff, told, faults, answers] = [[], [], [], [], new Map()];
	desk = openDesk({
		ask(question, signal) {
			const name = 'name' in question ? question.name : '';
			const answer = Promise.withResolvers<Reply | undefined>();
			asked.push(name);
			answers.set(name, answer);
			signal.addEventListener('abort', () => {
				calledOff.push(name);
				answer.reject(signal.reason);
			});
			return answer.promise;
		},
		onNews: news => told.push(news),
		onFault: error => faults.push(error),
	});
});
afterEach(() => {
	desk.close();
	mock.timers.reset();
});

/** Lets so many milliseconds pass, and everything happen that follows from it. */
const pass = async (milliseconds: number) => {
	await turn();
	mock.timers.tick(milliseconds);
	await turn();
};
const answer = async (name: string, said: Reply | undefined = reply) => {
	answers.get(name)?.resolve(said);
	await turn();
};
const news = () => told.at(-1) ?? noNews;

test('nothing is asked before the typing has rested for 0.4 s', async () => {
	desk.want(about('a'));
	await pass(399);
	assert.deepEqual(asked, []);
	await pass(1);
	assert.deepEqual(asked, ['a']);
});

test('each key begins the rest anew, and what was passed over is never asked', async () => {
	for (const name of ['a', 'a.u', 'a.un']) {
		desk.want(about(name));
		await pass(300);
	}

	await pass(100);
	assert.deepEqual(asked, ['a.un']);
});

test('a value that is no value any more is not asked about', async () => {
	desk.want(about('a'));
	desk.want([]);
	await pass(1000);
	assert.deepEqual(asked, []);
});

test('the older question is called off', async () => {
	desk.want(about('old.uni.edu'));
	await pass(400);
	desk.want(about('new.uni.edu'));
	assert.deepEqual(calledOff, ['old.uni.edu']);
	await pass(400);
	await answer('new.uni.edu');
	assert.deepEqual([...news().replies.keys()], [keyFor('new.uni.edu')]);
	assert.deepEqual(faults, []);
});

test('an answer is remembered, and the same thing not asked again', async () => {
	desk.want(about('a'));
	await pass(400);
	await answer('a');
	desk.want(about('b'));
	await pass(400);
	desk.want(about('a'));
	await pass(1000);
	assert.deepEqual(asked, ['a', 'b']);
	assert.equal(news().replies.get(keyFor('a')), reply);
});

test('what is answered within 0.1 s is never said to be tried', async () => {
	desk.want(about('a'));
	await pass(400);
	await pass(99);
	await answer('a');
	await pass(1000);
	assert.ok(told.every(({trying}) => trying.size === 0));
});

test('what takes longer is said to be tried, until it is answered', async () => {
	desk.want(about('a'));
	await pass(400);
	await pass(100);
	assert.deepEqual([...news().trying], [keyFor('a')]);
	await answer('a');
	assert.deepEqual([...news().trying], []);
});

test('of a long list eight names are asked at a time, and each only once', async () => {
	const names = Array.from({length: 20}, (_, index) => `host-${index}`);
	desk.want(about(...names, ...names));
	await pass(400);
	assert.deepEqual(asked, names.slice(0, 8));
	for (const name of names) {
		await answer(name);
	}

	assert.deepEqual(asked, names);
	assert.equal(news().replies.size, 20);
});

test('a name that is added to a list disturbs none of the others', async () => {
	desk.want(about('a', 'b'));
	await pass(400);
	desk.want(about('a', 'b', 'c'));
	await pass(400);
	assert.deepEqual([asked, calledOff], [['a', 'b', 'c'], []]);
});

test('a question with nothing to try is answered by nothing', async () => {
	desk.want(about('a'));
	await pass(400);
	answers.get('a')?.resolve(undefined);
	await turn();
	assert.ok(news().replies.has(keyFor('a')));
	assert.equal(news().replies.get(keyFor('a')), undefined);
});

test('closing calls everything off, and nothing is told any more', async () => {
	desk.want(about('a'));
	await pass(400);
	desk.want(about('a', 'b'));
	desk.close();
	await pass(1000);
	assert.deepEqual([asked, calledOff, told], [['a'], ['a'], []]);
});

test('a fault of ours is told', async () => {
	desk.want(about('a'));
	await pass(400);
	answers.get('a')?.reject(new Error('a fault'));
	await turn();
	assert.match(String(faults[0]), /a fault/);
});
