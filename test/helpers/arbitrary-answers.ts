import fc from 'fast-check';
import {checkAnswers} from '../../source/answers/check.js';
import type {Answers} from '../../source/answers/schema.js';

const number = fc.nat(255);
const ipv4 = fc.tuple(number, number, number, number).map(parts => parts.join('.'));
const ipv6 = fc.ipV6().filter(text => !/[.%]/.test(text));
const address = fc.oneof(ipv4, ipv6, fc.constantFrom('::', '::1', '2001:db8::10'));
const cidr = fc.oneof(
	address,
	fc.tuple(ipv4, fc.nat(32)).map(parts => parts.join('/')),
	fc.tuple(ipv6, fc.nat(128)).map(parts => parts.join('/')),
);
// Names that YAML 1.1 or 1.2 take for something else stand among them.
const name = fc.oneof(
	fc.constantFrom(
		...['no', 'on', 'Yes', 'y', 'null', 'true', 'NaN', '0x1f', '0o17x', '1e3x', 'e3'],
		...[
			'bücher.example',
			'пример.рф',
			'例え.テスト',
			'a.uni.edu.',
			'MSSQL.uni.edu',
			'12-a',
		],
	),
	fc.domain(),
);
const endpoint = fc.oneof(name, address);
const peer = fc.oneof(name, cidr);
const port = fc.integer({min: 1, max: 65_535});
const prose = fc.oneof(
	fc.constantFrom(
		...[
			'',
			'no',
			'08',
			'=',
			'<<',
			'~',
			'- a',
			'a: b',
			'a #b',
			'# a',
			'"a"',
			"it's",
			' a ',
		],
		...[
			'12:30',
			'2026-11-26',
			'1_000',
			'{a: b}',
			'[a',
			'*a',
			'&a',
			'!a',
			'%a',
			'@a',
			'`a',
		],
		...[
			'|',
			'>',
			'?',
			':',
			'a:',
			'---',
			'...',
			'\\',
			'\\n',
			'🙂',
			'é',
			'e\u0301',
			'\u00A0',
		],
		'x'.repeat(200),
	),
	fc.string({unit: 'grapheme', maxLength: 40}),
);
const notePath = fc.constantFrom(
	...['server.hostname', 'appsanywhere.servers[0]', 'time.servers[12]', 'sql.host'],
	...['sql.instance', 'smtp.host', 'proxy.url'],
);
const lists = {maxLength: 5} as const;

/** An open file gives one password only, so each login has its own. */
function login(fd: number) {
	return fc.record(
		{
			user: fc.constantFrom('no', 'apikey', 'a: b', "o'hara", 'Ünal', ' 08', '"x"', '-'),
			password: fc.oneof(
				fc.constantFrom('SQL_PASSWORD', 'NO', 'Y', '_').map(env => ({env})),
				fc.constant({fd}),
			),
		},
		{noNullPrototype: true},
	);
}

const input = fc.record({
	version: fc.constant(1),
	server: fc.record({hostname: name}),
	viewers: fc.record({subnets: fc.array(cidr, lists)}),
	appsanywhere: fc.record({servers: fc.array(peer, lists)}),
	support: fc.record({enabled: fc.boolean(), sources: fc.array(cidr, lists)}),
	sql: fc.record(
		{
			host: endpoint,
			port,
			udp: fc.boolean(),
			instance: fc.constantFrom('no', 'SQL_1', '#a', 'Ünal', 'on'),
			login: login(0),
		},
		{requiredKeys: ['host']},
	),
	smtp: fc.record(
		{
			host: endpoint,
			port,
			security: fc.constantFrom('starttls', 'tls', 'none'),
			login: login(3),
		},
		{requiredKeys: ['host']},
	),
	time: fc.record({servers: fc.array(endpoint, lists)}),
	dns: fc.record({servers: fc.array(address, lists)}),
	proxy: fc.record(
		{
			url: fc.constantFrom(
				...[
					null,
					'http://proxy.uni.edu:3128',
					'HTTPS://[2001:db8::8]:443/',
					'http://10.0.0.8',
				],
			),
			noProxy: fc.array(
				fc.oneof(
					peer,
					fc.constant('*'),
					name.map(text => `.${text}`),
				),
				lists,
			),
			login: login(9999),
		},
		{requiredKeys: ['url']},
	),
	outbound: fc.record({mode: fc.constantFrom('ports', 'destinations', 'open')}),
	extra: fc.uniqueArray(
		fc.record(
			{
				id: fc.constantFrom('no', 'on', 'backup', 'a-1', 'null', 'y', 'e3'),
				direction: fc.constantFrom('inbound', 'outbound'),
				peer,
				port,
				protocol: fc.constantFrom('tcp', 'udp'),
				usage: prose,
			},
			{noNullPrototype: true},
		),
		{selector: ({id}) => id, maxLength: 4},
	),
	notes: fc.dictionary(notePath, prose, {maxKeys: 4, noNullPrototype: true}),
});

/** What somebody may give as answers, valid or only nearly so. */
export const nearlyValidInput: fc.Arbitrary<Readonly<Record<string, unknown>>> = input;

/** Valid answers, odd ones among them. */
export const validAnswers: fc.Arbitrary<Answers> = input
	.map(given => checkAnswers(given).answers)
	.filter(answers => answers !== undefined);

/** Long lists, as they are pasted. */
export const manyNetworks: readonly string[] = Array.from(
	{length: 20_000},
	(_, index) => `10.${index >> 8}.${index & 255}.0/24`,
);
