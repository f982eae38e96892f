import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {isLockedOut} from '../../source/policy/lock-out.js';
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
		assert.equal(isLockedOut(policy, address(client)), expected);
	});
}
