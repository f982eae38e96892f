import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {parse} from 'csv-parse/sync';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {renderReport, reportFileName} from '../../source/reports/render-report.js';
import {audiences, formatOf, formats} from '../../source/reports/report-kinds.js';
import {collegeAnswers, failingRun, sampleSite} from './sample-site.js';
import {settledText} from './settled-run.js';

const strict = collegeAnswers({outbound: {mode: 'destinations'}});
const sites = {
	untried: sampleSite(),
	failing: sampleSite({run: failingRun()}),
	strict: sampleSite({answers: strict}),
};

// What other formats make of the same is held by the reports from the campus.
for (const [name, site] of Object.entries(sites)) {
	for (const audience of [undefined, ...audiences]) {
		const path = `test/reports/golden/${name}/${audience ?? 'whole'}.md`;
		test(`what is in ${path} is what people get to read`, (t: TestContext) => {
			const text = renderReport(site, {format: 'markdown', audience});
			t.assert.fileSnapshot(settledText(text), path, {serializers: [String]});
		});
	}
}

for (const format of formats) {
	for (const audience of [undefined, ...audiences]) {
		test(`${format} for ${audience ?? 'everybody'} ends with a line, and says nothing twice over`, () => {
			const text = renderReport(sites.failing, {format, audience});
			assert.ok(text.endsWith('\n'));
			assert.ok(!text.endsWith('\n\n'));
			assert.doesNotMatch(text, /undefined|\[object|NaN/);
		});
	}
}

test('text for nobody in particular is the summary', () => {
	assert.match(
		renderReport(sites.failing, {format: 'text'}),
		/^AppsAnywhere Analytics · reports\.college\.example\n\d+ of \d+ rows proven/,
	);
});

test('before anything was tried there is nothing to sum up, and all is written', () => {
	assert.match(renderReport(sites.untried, {format: 'text'}), /Nothing was tried yet/);
});

test('text is as wide as it is asked to be', () => {
	const text = renderReport(
		sites.failing,
		{format: 'text', audience: 'network'},
		{width: 60},
	);
	assert.ok(text.split('\n').every(line => line.length <= 60));
});

test('the CSV is read by a parser, each row with every column', () => {
	const text = renderReport(sites.failing, {format: 'csv'});
	const rows: ReadonlyArray<Record<string, string>> = parse(text, {
		bom: true,
		columns: true,
	});
	for (const {id} of catalogue) {
		assert.ok(
			rows.some(row => row.connection === id),
			id,
		);
	}
});

test("5,000 viewers' networks are 5,000 rows of the CSV", () => {
	const subnets = Array.from(
		{length: 5000},
		(_, index) => `10.${128 + Math.floor(index / 128)}.${(index % 128) * 2}.0/25`,
	);
	const site = sampleSite({answers: collegeAnswers({viewers: {subnets}})});
	const rows: ReadonlyArray<Record<string, string>> = parse(
		renderReport(site, {format: 'csv', audience: 'network'}),
		{bom: true, columns: true},
	);
	assert.deepEqual(
		rows.filter(({connection}) => connection === 'viewers').map(row => row.source),
		subnets,
	);
});

for (const [kind, name] of [
	[
		{format: 'html', audience: 'network'},
		'reports.college.example-network-2026-11-25.html',
	],
	[{format: 'markdown'}, 'reports.college.example-report-2026-11-25.md'],
	[{format: 'text', audience: 'dns'}, 'reports.college.example-dns-2026-11-25.txt'],
] as const) {
	test(`a file is called ${name}`, () => {
		assert.equal(reportFileName(sites.untried, kind), name);
		assert.equal(formatOf(name), kind.format);
	});
}

for (const [path, format] of [
	['Report.HTML', 'html'],
	['a.csv', 'csv'],
	['a.json', 'json'],
	['a.pdf', undefined],
	['html', undefined],
	['-', undefined],
] as const) {
	test(`the ending of "${path}" asks for ${format ?? 'nothing'}`, () => {
		assert.equal(formatOf(path), format);
	});
}
