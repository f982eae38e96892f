import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAddress} from '../../../source/addresses/address.js';
import type {Knocks} from '../../../source/firewall/knocks/knock.js';
import {parseKnocks} from '../../../source/firewall/knocks/parse-knocks.js';

/** A set as nft prints it. */
const setOf = (name: string, elements: readonly string[]) =>
	[
		`\tset ${name} {`,
		`\t\ttype ${name.endsWith('6') ? 'ipv6_addr' : 'ipv4_addr'}`,
		'\t\tsize 4096',
		'\t\tflags dynamic',
		...(elements.length === 0
			? []
			: [`\t\telements = { ${elements.join(',\n\t\t\t     ')} }`]),
		'\t}',
	].join('\n');
const listing = (...sets: ReadonlyArray<readonly [string, ...string[]]>) =>
	[
		'table inet analytics_setup_knocks {',
		...sets.map(([name, ...elements]) => setOf(name, elements)),
		'\tchain knocked {',
		'\t\ttcp dport 9999 update @knocked-9999-4 { ip saddr counter }',
		'\t}',
		'}',
	].join('\n\n');

const asWords = ({knocks}: Knocks) =>
	knocks.map(
		({port, address, tries, letIn, passedOn}) =>
			`${formatAddress(address)} ${port}: ${tries} ${letIn} ${passedOn}`,
	);

for (const [name, sets, wanted] of [
	['nobody', [['knocked-9999-4'], ['admitted-9999-4']], []],
	[
		'one who was let in',
		[
			['knocked-9999-4', '10.20.0.7 counter packets 1 bytes 60'],
			['admitted-9999-4', '10.20.0.7 counter packets 1 bytes 60'],
		],
		['10.20.0.7 9999: 1 1 0'],
	],
	[
		'two who were refused, over both families',
		[
			[
				'knocked-22-4',
				'10.99.0.9 counter packets 3 bytes 180',
				'10.99.0.10 counter packets 1 bytes 60',
			],
			['knocked-22-6', '2001:db8:99::9 counter packets 2 bytes 160'],
		],
		['10.99.0.9 22: 3 0 0', '10.99.0.10 22: 1 0 0', '2001:db8:99::9 22: 2 0 0'],
	],
	[
		'the same machine at two ports',
		[
			['knocked-9999-4', '10.20.0.7 counter packets 1 bytes 60'],
			['knocked-19999-4', '10.20.0.7 counter packets 4 bytes 240'],
		],
		['10.20.0.7 9999: 1 0 0', '10.20.0.7 19999: 4 0 0'],
	],
	[
		'what an older nft prints',
		[
			[
				'knocked-9999-4',
				'10.20.0.7 : counter packets 1 bytes 60',
				'10.20.0.8 : counter packets 2 bytes 120',
			],
			['knocked-9999-6', '2001:db8:20::7 : counter packets 3 bytes 240'],
		],
		['10.20.0.7 9999: 1 0 0', '10.20.0.8 9999: 2 0 0', '2001:db8:20::7 9999: 3 0 0'],
	],
	[
		'one who was let in while the sets were read',
		[['admitted-9999-4', '10.20.0.7 counter packets 2 bytes 120']],
		['10.20.0.7 9999: 2 2 0'],
	],
	[
		'one who was passed on to a container',
		[
			['knocked-9999-6', '2001:db8:20::7 counter packets 2 bytes 160'],
			['published-9999-6', '2001:db8:20::7 counter packets 2 bytes 160'],
		],
		['2001:db8:20::7 9999: 2 2 2'],
	],
] as const) {
	test(`reads ${name}`, () => {
		const read = parseKnocks(listing(...sets));
		assert.deepEqual(asWords(read), wanted);
		assert.deepEqual(read.fullPorts, []);
	});
}

test('says when more have come than are counted', () => {
	const elements = Array.from(
		{length: 4096},
		(_, index) => `10.${index >> 8}.${index & 255}.1 counter packets 1 bytes 60`,
	);
	const read = parseKnocks(
		listing(
			['knocked-9999-4', ...elements],
			['knocked-22-4', '10.99.0.9 counter packets 1 bytes 60'],
		),
	);
	assert.equal(read.knocks.length, 4097);
	assert.deepEqual(read.fullPorts, [9999]);
});
