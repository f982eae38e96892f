import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Surroundings} from '../../../source/host/surroundings.js';
import {
	addressesInWords,
	holderInWords,
	keysOf,
} from '../../../source/wizard/words/invitation.js';
import {addressOf} from '../../probes/recorded-network.js';

const since = '2026-11-22T14:02:11.000Z';
const withHolder = (holder: Surroundings['holder']): Surroundings => ({
	facts: {hostname: 'analytics.uni.edu', addresses: []},
	holder,
	isConfigured: false,
});

suite('who is changing this server', () => {
	for (const [holder, words, enter] of [
		[undefined, undefined, 'set this server up'],
		[
			{person: {terminal: '/dev/ttyS0'}, since, doing: 'the wizard'},
			'Somebody is in the setup at serial console ttyS0, since 14:02 UTC.',
			'look on',
		],
		[
			{person: {terminal: '/dev/tty1'}, since, doing: 'the wizard'},
			'Somebody is in the setup at console tty1, since 14:02 UTC.',
			'look on',
		],
		[
			{person: {user: 'jsmith', from: '10.40.0.7'}, since, doing: 'the wizard'},
			'jsmith from 10.40.0.7 is in the setup, since 14:02 UTC.',
			'look on',
		],
		[
			{person: {user: 'jsmith'}, since, doing: '"analytics-setup apply"'},
			'jsmith at no terminal is in "analytics-setup apply", since 14:02 UTC.',
			undefined,
		],
		[{}, 'Somebody is in the setup, and does not say who.', 'look on'],
	] as const) {
		test(words ?? 'nobody', () => {
			const surroundings = withHolder(holder);
			assert.equal(holderInWords(surroundings), words);
			assert.equal(keysOf(surroundings).enter, enter);
		});
	}
});

for (const [addresses, words] of [
	[[], 'none yet; the setup can begin without one'],
	[['2001:db8::10', '10.10.0.10'], '10.10.0.10, 2001:db8::10'],
] as const) {
	test(`the addresses of the server are said to be: ${words}`, () => {
		const facts = {hostname: 'vm', addresses: addresses.map(addressOf)};
		assert.equal(addressesInWords({...withHolder(undefined), facts}), words);
	});
}
