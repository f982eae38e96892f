import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	destinationKey,
	parseSeen,
	type SeenReading,
} from '../../source/observation/parse-seen.js';

/** A set as nft prints it. */
const setOf = (name: string, elements: readonly string[]) =>
	[
		`\tset ${name} {`,
		`\t\ttype ${name.endsWith('6') ? 'ipv6_addr' : 'ipv4_addr'} . inet_service`,
		'\t\tsize 4096',
		'\t\tflags dynamic',
		...(elements.length === 0
			? []
			: [`\t\telements = { ${elements.join(',\n\t\t\t     ')} }`]),
		'\t}',
	].join('\n');
const listing = (...sets: ReadonlyArray<readonly [string, ...string[]]>) =>
	[
		'table inet analytics_setup_seen {',
		...sets.map(([name, ...elements]) => setOf(name, elements)),
		'\tchain tried {',
		'\t\tupdate @tried-tcp-4 { ip daddr . tcp dport counter }',
		'\t}',
		'}',
	].join('\n\n');

const asWords = ({counted}: SeenReading) =>
	counted.map(
		each => `${destinationKey(each)}: ${each.tries}${each.isAnswered ? ' answered' : ''}`,
	);

for (const [name, sets, wanted] of [
	['nothing', [['tried-tcp-4'], ['answered-tcp-4']], []],
	[
		'what was answered, and what was not',
		[
			[
				'tried-tcp-4',
				'198.51.100.80 . 443 counter packets 3 bytes 180',
				'198.51.100.81 . 443 counter packets 1 bytes 60',
			],
			['answered-tcp-4', '198.51.100.80 . 443'],
		],
		['198.51.100.80 443 tcp: 3 answered', '198.51.100.81 443 tcp: 1'],
	],
	[
		'both protocols and families',
		[
			['tried-udp-4', '10.63.0.123 . 123 counter packets 2 bytes 152'],
			['tried-tcp-6', '2001:db8:64::80 . 443 counter packets 2 bytes 160'],
			['answered-tcp-6', '2001:db8:64::80 . 443'],
			['answered-udp-6', '2001:db8:64::80 . 443'],
		],
		['10.63.0.123 123 udp: 2', '2001:db8:64::80 443 tcp: 2 answered'],
	],
	[
		'what an older nft prints',
		[
			[
				'tried-tcp-4',
				'198.51.100.80 . 80 : counter packets 1 bytes 60',
				'198.51.100.80 . 443 : counter packets 4 bytes 240',
			],
			['answered-tcp-4', '198.51.100.80 . 443'],
		],
		['198.51.100.80 80 tcp: 1', '198.51.100.80 443 tcp: 4 answered'],
	],
	[
		'an answer to what began before, which says nothing of its beginning',
		[['tried-tcp-4'], ['answered-tcp-4', '198.51.100.80 . 443']],
		[],
	],
] as const) {
	test(`reads ${name}`, () => {
		const read = parseSeen(listing(...sets));
		assert.deepEqual(asWords(read), wanted);
		assert.equal(read.isFull, false);
	});
}

test('says when there are more than are counted', () => {
	const elements = Array.from(
		{length: 4096},
		(_, index) => `10.${index >> 8}.${index & 255}.1 . 443 counter packets 1 bytes 60`,
	);
	const read = parseSeen(listing(['tried-tcp-4', ...elements]));
	assert.equal(read.counted.length, 4096);
	assert.equal(read.isFull, true);
});
