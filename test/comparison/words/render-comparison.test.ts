import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {compareServers} from '../../../source/comparison/compare-servers.js';
import type {ReportOfServer} from '../../../source/comparison/name-servers.js';
import type {Unread} from '../../../source/comparison/unread.js';
import {
	type ComparisonFormat,
	comparisonFormats,
} from '../../../source/comparison/words/comparison-formats.js';
import {renderComparison} from '../../../source/comparison/words/render-comparison.js';
import {hostileValues} from '../../reports/formats/hostile-values.js';
import {faultOf} from '../../reports/sample-faults.js';
import {readSample, resultsWith} from '../sample-reports.js';

const silent = {
	results: resultsWith(
		faultOf('tcp.timeout', {
			...{id: 'sql-tcp', destination: '10.5.0.99'},
			detail: 'no answer in 3.5 s',
		}),
	),
	answers: {sql: {host: '10.5.0.99', port: 1433, udp: true}},
};
const pair = [
	readSample('test.college.example'),
	readSample('live.college.example', {
		...silent,
		...{version: '0.2.0', finishedAt: '2026-11-20T09:00:00.000Z'},
	}),
];

const render = (
	reports: readonly ReportOfServer[],
	format: ComparisonFormat,
	unread: readonly Unread[] = [],
) => renderComparison(compareServers(reports), unread, {format, width: 80});

test('two servers stand side by side', (t: TestContext) => {
	t.assert.snapshot(
		render(pair, 'text', [{file: 'old.json', reason: 'This is a folder.'}]),
		{
			serializers: [String],
		},
	);
});

test('where nothing differs, that is all there is to say', () => {
	const same = ['a.college.example', 'b.college.example'].map(name => readSample(name));
	assert.match(render(same, 'text'), /^All \d\d rows stand alike on every server\.$/m);
});

test('of a report for one team it is told whose rows it has, and what is not compared', () => {
	const reports = [
		readSample('test.college.example'),
		readSample('live.college.example', {...silent, audience: 'dba'}),
	];
	assert.match(
		render(reports, 'text'),
		/^The report of live\.college\.example has only the rows for the team "dba"\.\n\n1 of 2 rows that are in several reports differs:$/m,
	);
	assert.match(
		render(reports, 'markdown'),
		/^## Rows that only one report has, and that are not compared\n\n.*test\.college\.example.*viewers/m,
	);
	const [, live] = JSON.parse(render(reports, 'json')).servers;
	assert.equal(live.audience, 'dba');
});

test('where some reports are for one team, rows stand alike as far as is known', () => {
	const text = render(
		[
			readSample('a.college.example'),
			readSample('b.college.example'),
			...['c.college.example', 'd.college.example'].map(name =>
				readSample(name, {audience: 'dns'}),
			),
		],
		'text',
	);
	assert.match(
		text,
		/^The reports of c\.college\.example, d\.college\.example have only the rows for the\nteam "dns"\.$/m,
	);
	assert.match(text, /^All 26 rows stand alike wherever a report has them\.$/m);
	assert.doesNotMatch(text, /on every server/);
});

test('reports for two teams have no row in common, and that is told', () => {
	const reports = (['dba', 'mail'] as const).map(audience =>
		readSample(`${audience}.college.example`, {audience}),
	);
	assert.match(render(reports, 'text'), /^No row is in several reports\.$/m);
});

/** A thousand servers, of which three have no database. */
const fleet = Array.from({length: 1000}, (_, index) => ({
	file: `${index}.json`,
	summary: {
		...(pair[index % 300 === 7 ? 1 : 0] ?? assert.fail('two reports')).summary,
		hostname: `a${index}.college.example`,
	},
}));

test('of a thousand the odd ones out are named, and the others counted', () => {
	const text = render(fleet, 'text').replaceAll(/\s+/g, ' ');
	assert.match(
		text,
		/sql-tcp, 1433 TCP: proven on 996 of 1,000 servers; fails \(tcp\.timeout\), for the network team, on a7\.college\.example, a307\.college\.example, a607\.college\.example, a907\.college\.example/,
	);
	assert.ok(text.length < 8000, `${text.length} characters`);
});

test('where each server has its own answer, these are counted', () => {
	const own = (index: number) => ({
		sql: {host: `db${index}.college.example`, port: 1433, udp: true},
	});
	const reports = [0, 1, 2, 3].map(index =>
		readSample(`a${index}.college.example`, {answers: own(index)}),
	);
	const text = render([...reports, ...pair.slice(1)], 'text');
	assert.match(text, /^sql\.host +4 different ones +10\.5\.0\.99$/m);
});

test('the JSON names all of them', () => {
	const {schema, servers, rows} = JSON.parse(render(fleet, 'json'));
	assert.deepEqual([schema, servers.length], [1, 1000]);
	const row = rows.find(({id}: {readonly id: string}) => id === 'sql-tcp');
	assert.equal(row.differs, true);
	assert.deepEqual(
		row.groups.map(
			(group: {readonly servers: readonly string[]}) => group.servers.length,
		),
		[996, 4],
	);
});

test('where every server stands in another way, a page still has an end', () => {
	const [first = assert.fail('a report')] = pair;
	const crowd = Array.from({length: 500}, (_, index) => ({
		file: `${index}.json`,
		summary: {
			...first.summary,
			hostname: `a${index}.college.example`,
			rows: first.summary.rows.map(row => ({
				...row,
				standings: row.standings.map(each => ({...each, state: `state ${index}`})),
			})),
		},
	}));
	const text = render(crowd, 'text');
	assert.match(text, /and in 495\s+other ways/);
	assert.match(text, /^It stands in 480 other ways on the rest of them\.$/m);
	assert.ok(text.length < 500_000, `${text.length} characters`);
});

test('of what came of several destinations, the gravest stands out', () => {
	const [first = assert.fail('a report')] = pair;
	const standings = (['warn', 'fail'] as const).map(verdict => ({
		...{state: verdict, verdict, cause: null, owner: null},
	}));
	const rows = first.summary.rows.map(row => ({...row, standings}));
	const html = render(
		[first, {file: 'b.json', summary: {...first.summary, rows}}],
		'html',
	);
	assert.match(html, /<span class="verdict fail">warn; fail<\/span>/);
});

for (const width of [60, 80, 100]) {
	test(`no line of the text is wider than ${width} columns`, () => {
		for (const reports of [pair, fleet]) {
			const text = renderComparison(compareServers(reports), [], {format: 'text', width});
			assert.deepEqual(
				text.split('\n').filter(line => line.length > width),
				[],
			);
		}
	});
}

for (const format of comparisonFormats) {
	test(`${format} ends with a line, and says nothing twice over`, () => {
		const text = render(pair, format);
		assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
		assert.doesNotMatch(text, /undefined|\[object|NaN/);
	});
}

for (const [name, value] of Object.entries(hostileValues)) {
	test(`${name} is no more than words, in a name, a file, a state and an answer`, () => {
		const reports = pair.map(({summary}, index) => ({
			file: `${value}.json`,
			summary: {
				...summary,
				hostname: `${value}${index}`,
				rows: summary.rows.map(row => ({
					...row,
					usage: value,
					standings: row.standings.map(each => ({...each, state: value})),
					answers: row.answers.map(answer => ({...answer, path: value, value})),
				})),
			},
		}));
		const unread = [{file: value, reason: value}];
		const html = render(reports, 'html', unread);
		assert.doesNotMatch(html, /<(?:script|img|iframe|svg|a href="(?!#))/i);
		const text = render(reports, 'text', unread);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
		assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
	});
}
