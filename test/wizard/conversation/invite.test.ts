import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {invite} from '../../../source/wizard/conversation/invite.js';
import {type RecordedTalk, recordedTalk} from '../../helpers/recorded-talk.js';
import {addressOf} from '../../probes/recorded-network.js';
import {
	exampleHolder,
	exampleSurroundings,
	recordedNews,
} from '../recorded-surroundings.js';

let talk: RecordedTalk;
afterEach(() => talk.end());

const open = (notice: readonly string[] = []) => {
	talk = recordedTalk();
	const {news, tell} = recordedNews();
	return {wish: invite({first: exampleSurroundings, news, notice}, talk), tell};
};

test('tells which server this is, and what became of the last change', async () => {
	open(['The last change was taken back.']);
	await talk.says(/^This server is not set up yet\.\n/);
	await talk.says(/\nThe last change was taken back\.\nHost name: analytics\.uni\.edu\./);
	await talk.says(/\nAddresses: 10\.10\.0\.10\.\nNobody is in the setup\.$/);
});

for (const [name, act, wanted] of [
	['Enter', () => talk.answer(/^Press Enter to set this server up/, ''), 'set-up'],
	['L', () => talk.answer(/or type L for a login prompt/, ' L '), 'log-in'],
	['"quit"', () => talk.answer(/login prompt/, 'quit'), 'log-in'],
	['Ctrl-C', () => talk.interrupt(), 'log-in'],
	['Ctrl-D', async () => talk.end(), 'log-in'],
] as const) {
	test(`${name} asks for ${wanted}`, async () => {
		const {wish} = open();
		await talk.says(/Nobody is in the setup/);
		await act();
		assert.equal(await wish, wanted);
	});
}

test('what changes is told alone, and the question changes with it', async () => {
	const {wish, tell} = open();
	await talk.says(/Nobody/);
	tell({holder: exampleHolder});
	await talk.says(/login prompt by itself\.$/);
	assert.match(
		talk.text(),
		/Nobody is in the setup\.\nSomebody is in the setup at serial console ttyS0, since 14:02 UTC\.\nAs soon as/,
	);
	await talk.answer(/^Press Enter to look on/, '');
	assert.equal(await wish, 'set-up');
});

test('an address that comes is told', async () => {
	const {tell} = open();
	tell({facts: {hostname: 'analytics.uni.edu', addresses: [addressOf('10.10.0.11')]}});
	await talk.says(/setup\.\nAddresses: 10\.10\.0\.11\.$/);
});

test('it ends by itself once the server is configured', async () => {
	const {wish, tell} = open();
	tell({isConfigured: true});
	assert.equal(await wish, 'configured');
});

test('beside a command that changes the server, Enter does nothing', async () => {
	const {wish, tell} = open();
	tell({holder: {...exampleHolder, doing: '"analytics-setup apply"'}});
	await talk.answer(/^Type L for a login prompt: $/, '', 'l');
	assert.equal(await wish, 'log-in');
	await talk.says(/^$/);
	assert.match(talk.text(), /That was not understood\./);
});
