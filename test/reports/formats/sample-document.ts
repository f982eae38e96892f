import type {Verdict} from '../../../source/probes/verdict.js';
import type {Block, Cell, Document, Table} from '../../../source/reports/document.js';

const servers = [
	['bitbucket', 'bitbucket.org', '104.192.142.10, 2406:da00:ff00::22c2:513', '443/tcp'],
	['looker-license', 'license.looker.com', '34.149.1.7', '443/tcp'],
	['looker-ping', 'ping.looker.com', '34.149.182.101', '443/tcp'],
	['mirrorlist', 'mirrorlist.centos.org', '', '80/tcp'],
	['ntp-0', '0.centos.pool.ntp.org', '192.0.2.123 and others, which change', '123/udp'],
	['sendgrid', 'smtp.sendgrid.net', '192.0.2.25', '587/tcp'],
	['sql', 'mssql.uni.edu', '10.50.0.5, 2001:db8:50::5', '1433/tcp'],
	['sql-browser', 'mssql.uni.edu', '10.50.0.5, 2001:db8:50::5', '1434/udp'],
] as const;

const outcomes: ReadonlyArray<readonly [verdict: Verdict, text: string]> = [
	['pass', 'proven in 212 ms'],
	['fail', 'fails: no answer in 3.5 s'],
	['warn', 'works, but the certificate ends on 2026-12-09'],
	['skipped', 'skipped: the site has its own relay'],
	['unprovable', 'cannot be proven: UDP says nothing when all is well'],
];

const connections: Table = {
	kind: 'table',
	caption: 'Connections that go out',
	columns: ['Destination', 'Addresses', 'Port', 'For', 'Tried on 2026-11-25'],
	rows: servers.map(([id, name, addresses, port], index): readonly Cell[] => {
		const [verdict, text] = outcomes[index % outcomes.length] ?? ['pass', 'proven'];
		return [
			{text: name},
			{text: addresses},
			{text: port},
			{text: `What the vendor's list says of ${id}: downloads, licences and time`},
			{text, verdict},
		];
	}),
};

const inbound: Table = {
	kind: 'table',
	caption: 'Connections that come in',
	columns: ['Source', 'Port', 'For'],
	rows: [
		['10.20.0.0/16, 10.24.8.0/22, 2001:db8:20::/48', '9999/tcp', 'Viewers of reports'],
		['10.30.0.10, aa2.uni.edu (10.30.0.20)', '19999/tcp', 'AppsAnywhere sends usage'],
		['10.40.0.0/24', '22/tcp', 'Remote support, by SSH'],
	].map(row => row.map(text => ({text}))),
};

/** A table with more rows than a page has room for. */
export function longTable(rows: number): Table {
	return {
		kind: 'table',
		caption: 'Every packet that was counted',
		columns: ['Number', 'From', 'To', 'Port', 'What came of it'],
		rows: Array.from({length: rows}, (_, index): readonly Cell[] => {
			const [verdict, text] = outcomes[index % outcomes.length] ?? ['pass', 'proven'];
			return [
				{text: `${index + 1}`},
				{text: `10.20.${Math.floor(index / 256) % 256}.${index % 256}`},
				{text: '2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff'},
				{text: '9999/tcp'},
				{text, verdict},
			];
		}),
	};
}

/** A document of many chapters, as a colleague in the network team would get it. */
export const sampleDocument: Document = documentOf({
	'What is asked': [
		{
			kind: 'paragraph',
			text: 'The server analytics.uni.edu (10.10.0.10, 2001:db8:10::10) runs AppsAnywhere Analytics. Please permit the connections below on every firewall between it and the other end. Each was tried from the server itself; what came of it stands beside it.',
		},
		{
			kind: 'list',
			items: [
				'Two connections fail and need you: license.looker.com on 443/tcp, and smtp.sendgrid.net on 587/tcp.',
				'One works, but not for long.',
				'Names whose addresses change are marked: permit them by name, or all addresses of their vendor.',
			],
		},
	],
	'What this server must reach': [
		{kind: 'paragraph', text: 'From 10.10.0.10 and 2001:db8:10::10, any source port.'},
		connections,
	],
	'Who must reach this server': [inbound],
	'What the list forgets': [
		{
			kind: 'paragraph',
			text: 'The vendor’s list does not name these, and nothing works without them.',
		},
		{
			kind: 'facts',
			facts: [
				['DNS', '10.0.0.53 on 53/udp and 53/tcp'],
				['', '10.0.1.53 on 53/udp and 53/tcp'],
				['ICMP', 'echo, unreachable and packet too big, both ways'],
				['ICMPv6', 'neighbour and router discovery on the link'],
			],
		},
	],
	'How it was tried': [
		{
			kind: 'paragraph',
			text: 'By analytics-setup, on the server itself. It looks each name up, goes to its addresses by IPv4 and IPv6, and speaks the protocol of the service.',
		},
		{
			kind: 'lines',
			lines: [
				'$ analytics-setup probe looker-license',
				'license.looker.com 443/tcp  fail  no answer in 3.5 s',
				'  dns   3 ms   34.149.1.7',
				'  tcp   3501 ms',
				`  from  10.10.0.10, with a line that is longer than most screens are wide: ${'0123456789'.repeat(12)}`,
			],
		},
	],
	'Every packet': [longTable(80)],
});

/** The same, short enough to be read as a whole. */
export const shortSample: Document = {
	...sampleDocument,
	chapters: sampleDocument.chapters.map(chapter => ({
		...chapter,
		blocks: chapter.id === 'every-packet' ? [longTable(6)] : chapter.blocks,
	})),
};

/** A table of these texts. */
export function tableOf(rows: ReadonlyArray<readonly string[]>): Table {
	return {
		kind: 'table',
		caption: 'What there is',
		columns: (rows[0] ?? ['a', 'b']).map((_, index) => `Column ${index + 1}`),
		rows: rows.map(row => row.map(text => ({text}))),
	};
}

/** A document with these chapters, and what stands under every title. */
export function documentOf(
	chapters: Readonly<Record<string, readonly Block[]>>,
	title = 'Network change request for analytics.uni.edu',
): Document {
	return {
		title,
		facts: [
			['For', 'the network team'],
			['Server', 'analytics.uni.edu, 10.10.0.10, 2001:db8:10::10'],
			['Tried', '2026-11-25 between 14:02 and 14:20 UTC'],
			['By', 'analytics-setup 0.1.0, list of 2024-07-01'],
		],
		chapters: Object.entries(chapters).map(([name, blocks]) => ({
			id: name.toLowerCase().replaceAll(' ', '-'),
			title: name,
			blocks,
		})),
	};
}
