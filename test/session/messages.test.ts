import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	canBeTakenOver,
	readSessionNews,
	readSessionRequest,
} from '../../source/session/messages.js';
import {exampleView} from './example-view.js';

test('what a session tells is read as it was told', () => {
	for (const news of [
		exampleView,
		{state: 'left'},
		{state: 'lost'},
		{state: 'taken-over', by: {user: 'root'}},
	] as const) {
		assert.deepEqual(readSessionNews(JSON.stringify(news)), news);
	}
});

for (const [name, line] of [
	['rubbish', '{"state": '],
	['a state that nobody knows', '{"state":"gone"}'],
	['half a view', '{"state":"open","frame":""}'],
	[
		'a name that would change the screen',
		JSON.stringify({...exampleView, by: {user: '\u001B[2J'}}),
	],
] as const) {
	test(`${name} is no news`, () => {
		assert.equal(readSessionNews(line), undefined);
	});
}

test('only somebody with a name takes a session over', () => {
	const by = {user: 'root', from: '10.40.0.7'};
	assert.deepEqual(readSessionRequest(JSON.stringify({ask: 'take-over', by})), {
		ask: 'take-over',
		by,
	});
	assert.equal(readSessionRequest('{"ask":"take-over"}'), undefined);
	assert.equal(readSessionRequest('{"ask":"keep"}'), undefined);
});

for (const [name, change, expected] of [
	['a session that is filling a page', {}, true],
	['a session that has lost its line', {isLost: true}, true],
	['a session that puts rules into effect', {isApplying: true}, false],
	['a session whose rules are on trial', {isOnTrial: true}, false],
] as const) {
	test(`${name} can ${expected ? '' : 'not '}be taken over`, () => {
		assert.equal(canBeTakenOver({...exampleView, ...change}), expected);
	});
}
