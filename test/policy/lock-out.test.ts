import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {isShutOut} from '../../source/policy/lock-out.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const ssh: Answers['extra'][number] = {
	...{id: 'admin', direction: 'inbound', peer: '10.60.0.0/24', port: 22},
	...{protocol: 'tcp', usage: 'Administrators'},
};

type Case = readonly [string, Readonly<Partial<Answers>>, string, boolean];
const cases: readonly Case[] = [
	['a source of remote support', {}, '10.40.0.7', false],
	['a viewer', {}, '10.20.0.7', true],
	['a stranger', {}, '192.0.2.7', true],
	['a stranger by IPv6', {}, '2001:db8:40::7', true],
	['this server itself', {}, '127.0.0.1', false],
	[
		'a source of remote support that is disabled',
		{support: {enabled: false, sources: ['10.40.0.0/24']}},
		'10.40.0.7',
		true,
	],
	['an administrator by an addition', {extra: [ssh]}, '10.60.0.7', false],
	['one by an addition for udp', {extra: [{...ssh, protocol: 'udp'}]}, '10.60.0.7', true],
	[
		'one by an addition that goes out',
		{extra: [{...ssh, direction: 'outbound'}]},
		'10.60.0.7',
		true,
	],
	['anybody while outbound is open', {outbound: {mode: 'open'}}, '192.0.2.7', true],
];

for (const [name, sections, client, expected] of cases) {
	test(`${name} ${expected ? 'could not log in again' : 'can still log in'}`, () => {
		const policy = samplePolicy({answers: sampleAnswers(sections)});
		assert.equal(isShutOut(policy, {peer: address(client), port: 22}), expected);
	});
}

for (const [name, peer, port, expected] of [
	['a viewer at their page', '10.20.0.7', 9999, false],
	['a stranger at the page of viewers', '192.0.2.7', 9999, true],
	['a source of remote support at the page of viewers', '10.40.0.7', 9999, true],
	['an AppsAnywhere server', '10.30.0.10', 19_999, false],
	['anybody at a port that is not listed', '10.20.0.7', 8080, true],
] as const) {
	test(`${name} ${expected ? 'could not connect again' : 'can connect again'}`, () => {
		assert.equal(isShutOut(samplePolicy(), {peer: address(peer), port}), expected);
	});
}
