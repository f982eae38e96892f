import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeOddAddress} from '../../source/probes/judge-odd-address.js';
import {verdictOf} from '../../source/probes/verdict-of.js';
import {addressOf} from './recorded-network.js';

const unproven = {isProven: false, isPublic: true, isShut: false};
const proven = {...unproven, isProven: true};
const shut = {...unproven, isShut: true};
const ofSite = {...unproven, isPublic: false};

for (const [name, addresses, facts, cause] of [
	['a private address', ['10.0.0.1'], unproven, 'dns.private-answer'],
	['a private IPv6 address', ['fd00::1'], unproven, 'dns.private-answer'],
	[
		'a private address beside a public one',
		['192.0.2.1', '10.0.0.1'],
		...([unproven, 'dns.private-answer'] as const),
	],
	['a public address', ['192.0.2.1', '2001:db8::1'], unproven, undefined],
	['a private address of the site itself', ['10.0.0.1'], proven, undefined],
	['a private address that is not permitted', ['10.0.0.1'], shut, 'dns.inside'],
	[
		'a private address of the site itself that will not be permitted',
		['10.0.0.1'],
		...([{...shut, isProven: true}, 'dns.inside'] as const),
	],
	[
		'a public address where private ones are not permitted',
		['192.0.2.1'],
		shut,
		undefined,
	],
	['no address at all', ['0.0.0.0'], unproven, 'dns.sinkhole'],
	['no address at all, where none of these is permitted', ['::'], shut, 'dns.sinkhole'],
	['no address at all, but a name of the site', ['0.0.0.0'], ofSite, 'dns.sinkhole'],
	['the address of this server itself', ['127.0.0.1'], unproven, 'dns.sinkhole'],
	[
		'the address of this server itself, but a name of the site',
		['127.0.0.1'],
		...([ofSite, undefined] as const),
	],
	['a private address, but a name of the site', ['10.0.0.1'], ofSite, undefined],
] as const) {
	test(`a name with ${name} is judged ${cause ?? 'good'}`, () => {
		const judged = judgeOddAddress({addresses: addresses.map(addressOf)}, facts);
		assert.equal(judged?.cause, cause);
		assert.equal(judged?.named, judged && addresses.at(-1));
		assert.equal(judged && verdictOf(judged), judged && 'fail');
	});
}
