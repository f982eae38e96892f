import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCidr} from '../../../source/addresses/cidr.js';
import {judgeInbound} from '../../../source/probes/inbound/judge-inbound.js';
import type {InboundObservation} from '../../../source/probes/observation.js';
import {addressOf} from '../recorded-network.js';

const observed = (
	listening: readonly string[],
	connected: readonly string[] = [],
	packets?: number,
): InboundObservation => ({
	listening: listening.map(addressOf),
	connected: connected.map(addressOf),
	packets,
});
const subnet = readCidr('10.20.0.0/16').value ?? assert.fail();
const some = {count: 2, missing: [], unresolved: []};
const visitor = '10.20.4.1';

for (const [name, observation, sources, cause, detail] of [
	[
		'nobody who may come',
		observed(['0.0.0.0']),
		{count: 0, missing: [], unresolved: []},
		'policy.nobody',
		/nobody/,
	],
	[
		'a network that is shut out',
		observed(['0.0.0.0']),
		{count: 2, missing: [subnet], unresolved: []},
		'local.blocked',
		/10\.20\.0\.0\/16/,
	],
	['no program', observed([]), some, 'listen.nothing', /no program/],
	[
		'a program for this server',
		observed(['127.0.0.1', '::1']),
		some,
		'listen.loopback-only',
		/this server only/,
	],
	[
		'a program and nobody yet',
		observed(['0.0.0.0']),
		some,
		'inbound.not-seen',
		/nobody has come/,
	],
	['no packet yet', observed(['::'], [], 0), some, 'inbound.not-seen', /nobody has come/],
	['packets', observed(['::'], [], 214), some, null, /214 packets/],
	['a single packet', observed(['::'], [], 1), some, null, /\b1 packet\b/],
	['a visitor', observed(['::'], [visitor], 0), some, null, /10\.20\.4\.1 is connected/],
	[
		'this server at its own door',
		observed(['::'], ['127.0.0.1']),
		some,
		'inbound.not-seen',
		/nobody/,
	],
	[
		'a visitor behind this server',
		observed(['::'], ['::1', visitor]),
		some,
		null,
		/10\.20\.4\.1/,
	],
	[
		'one open listener beside a closed one',
		observed(['127.0.0.1', '10.10.0.10']),
		some,
		'inbound.not-seen',
		/ready/,
	],
] as const) {
	test(`a port with ${name} is judged ${cause ?? 'proven'}`, () => {
		const judged = judgeInbound(observation, sources);
		assert.equal(judged.cause, cause);
		assert.match(judged.detail, detail);
	});
}
