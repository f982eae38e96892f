import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answer} from 'dns-packet';
import fc from 'fast-check';
import {formatAddress} from '../../../source/addresses/address.js';
import {toldIn} from '../../../source/names/dns/told-in.js';
import {alias, ipv4, queryFor, replyTo} from './messages.js';

const name = 'cdn.uni.edu';

/** `192.0.2.1 60`, an address and its TTL. */
const toldBy = (answers: readonly Answer[], type: 'A' | 'AAAA' = 'A') =>
	toldIn(replyTo(queryFor(name, type), answers))?.addresses.map(
		({address, ttl}) => `${formatAddress(address)} ${ttl}`,
	);

for (const [what, answers, told] of [
	[
		'every address of the name',
		[ipv4(name, '192.0.2.1'), ipv4(name, '192.0.2.2', 9)],
		['192.0.2.1 60', '192.0.2.2 9'],
	],
	[
		'the addresses of what it is another name of, for the shortest of their times',
		[
			alias(name, 'a.example', 30),
			alias('a.example', 'b.example', 90),
			ipv4('b.example', '192.0.2.1'),
		],
		['192.0.2.1 30'],
	],
	[
		'the same in whatever order the records come',
		[
			ipv4('b.example', '192.0.2.1', 5),
			alias('a.example', 'b.example'),
			alias(name, 'A.Example'),
		],
		['192.0.2.1 5'],
	],
	[
		'nothing about other names',
		[
			ipv4('license.looker.com', '198.51.100.1'),
			ipv4(name, '192.0.2.1'),
			alias('x.example', 'y.example'),
			ipv4('y.example', '198.51.100.2'),
		],
		['192.0.2.1 60'],
	],
	[
		'an address once where names run in a circle',
		[alias(name, 'a.example'), alias('a.example', name), ipv4('a.example', '192.0.2.1')],
		['192.0.2.1 60'],
	],
	[
		'no time at all for one that is too long to be one',
		[ipv4(name, '192.0.2.1', 0x80_00_00_00)],
		['192.0.2.1 0'],
	],
	[
		'nothing of another class',
		[{...ipv4(name, '192.0.2.1'), class: 'CH'} as Answer],
		undefined,
	],
	['nothing without addresses', [alias(name, 'a.example')], undefined],
] as const) {
	test(`an answer tells ${what}`, () => {
		assert.deepEqual(toldBy(answers), told);
	});
}

test('an answer tells only what was asked for', () => {
	const ipv6: Answer = {type: 'AAAA', name, data: '2001:db8::1', ttl: 60};
	assert.deepEqual(toldBy([ipv4(name, '192.0.2.1'), ipv6], 'AAAA'), ['2001:db8::1 60']);
});

test('what comes after the answers may be of any kind', () => {
	const reply = replyTo(queryFor(name), [ipv4(name, '192.0.2.1')]);
	// It says that three more records follow, and there is only rubbish.
	reply[11] = 3;
	const told = toldIn(Buffer.concat([reply, Buffer.from('rubbish')]));
	assert.equal(told?.addresses.length, 1);
});

test('a thousand answers in a message are read', () => {
	const many = Array.from({length: 1000}, (_, index) =>
		ipv4(name, `10.0.${index >> 8}.${index & 255}`),
	);
	assert.equal(toldBy(many)?.length, 1000);
});

test('whatever comes over the network is told or not, and never fails', () => {
	const whole = replyTo(queryFor(name), [
		alias(name, 'a.example'),
		ipv4('a.example', '192.0.2.1'),
	]);
	const nearly = fc
		.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {maxLength: 4})
		.map(changes => {
			const message = Uint8Array.from(whole);
			for (const [at, value] of changes) {
				message[at] = value;
			}

			return message;
		});
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({maxLength: 600}), nearly), message => {
			assert.doesNotThrow(() => toldIn(message));
		}),
	);
});
