import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readNews, readRequest} from '../../source/transaction/messages.js';

const by = {user: 'jsmith', from: '10.40.0.7'};

for (const request of [
	{ask: 'begin'},
	{ask: 'keep', by, proof: {kind: 'console'}},
	{ask: 'keep', by, proof: {kind: 'new-connection', from: '10.40.0.7'}},
	{ask: 'undo', by, reason: 'jsmith asked for it.'},
] as const) {
	test(`a guard understands ${JSON.stringify(request)}`, () => {
		assert.deepEqual(readRequest(JSON.stringify(request)), request);
	});
}

for (const [name, line] of [
	['nothing', ''],
	['half a line', '{"ask":"ke'],
	['an unknown question', '{"ask":"open the door"}'],
	['a keep by nobody', '{"ask":"keep","proof":{"kind":"console"}}'],
	['a keep without a proof', JSON.stringify({ask: 'keep', by})],
	[
		'a name that would change the screen',
		JSON.stringify({ask: 'undo', by: {user: '\u001B[2J'}, reason: ''}),
	],
	['a very long reason', JSON.stringify({ask: 'undo', by, reason: 'x'.repeat(201)})],
] as const) {
	test(`a guard takes no notice of ${name}`, () => {
		assert.equal(readRequest(line), undefined);
	});
}

test('news that is none is no news', () => {
	assert.equal(
		readNews('{"state":"on-trial","deadline":"soon","verified":1,"connections":[]}'),
		undefined,
	);
	const news = {
		state: 'on-trial',
		deadline: 12,
		verified: null,
		connections: ['10.40.0.7 50022'],
	} as const;
	assert.deepEqual(readNews(JSON.stringify(news)), news);
});
