import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Look} from '../../source/host/resolver.js';
import {judgeAnswer} from '../../source/probes/judge-answer.js';
import {verdictOf} from '../../source/probes/verdict-of.js';
import {addressOf} from './recorded-network.js';

/** `10.62.0.53 4 answered`. */
const lookOf = (text: string): Look => {
	const [server = '', family = '', outcome = ''] = text.split(' ');
	return {
		server,
		family: family === '6' ? 6 : 4,
		outcome: outcome as Look['outcome'],
		addresses: outcome === 'answered' ? [addressOf('192.0.2.1')] : [],
	};
};
const [first, second] = ['10.62.0.53', '10.62.0.54'];

for (const [name, looks, cause, detail] of [
	[
		'both families from one server',
		[`${first} 4 answered`, `${first} 6 answered`],
		...([undefined, undefined] as const),
	],
	[
		'one family that there is',
		[`${first} 4 answered`, `${first} 6 no-address`],
		...([undefined, undefined] as const),
	],
	[
		'a second server that had no time to answer',
		[`${first} 4 answered`, `${first} 6 answered`, `${second} 4 pending`],
		...([undefined, undefined] as const),
	],
	// That one is told of the server itself.
	[
		'a second server that is silent',
		[`${first} 4 answered`, `${second} 4 timeout`, `${second} 6 timeout`],
		...([undefined, undefined] as const),
	],
	[
		'a second server that knows no such name',
		[`${first} 4 answered`, `${second} 4 nxdomain`, `${second} 6 nxdomain`],
		...(['dns.disagree', '10.62.0.54 knows no such name'] as const),
	],
	[
		'a first server that has no address',
		[`${first} 4 no-address`, `${first} 6 no-address`, `${second} 4 answered`],
		...(['dns.disagree', '10.62.0.53 has no address for it'] as const),
	],
	[
		'a second server that is broken',
		[`${first} 4 answered`, `${second} 4 servfail`, `${second} 6 servfail`],
		...(['dns.disagree', '10.62.0.54 fails to look it up'] as const),
	],
	[
		'a server that fails for IPv6',
		[`${first} 4 answered`, `${first} 6 servfail`],
		...(['dns.half-answered', '10.62.0.53 fails for IPv6'] as const),
	],
	[
		'a server that is silent for IPv4',
		[`${first} 4 timeout`, `${first} 6 answered`],
		...(['dns.half-answered', '10.62.0.53 fails for IPv4'] as const),
	],
] as const) {
	test(`an answer with ${name} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeAnswer({looks: looks.map(lookOf)});
		assert.equal(judged?.cause, cause);
		assert.equal(judged?.detail, detail);
		assert.equal(judged === undefined ? 'warn' : verdictOf(judged), 'warn');
	});
}
