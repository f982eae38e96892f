import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toHtml} from '../../../source/reports/formats/html.js';
import {hostileValues} from './hostile-values.js';
import {documentOf, sampleDocument, tableOf} from './sample-document.js';

const cellOf = (text: string) =>
	/<td>(.*)<\/td>/.exec(toHtml(documentOf({Table: [tableOf([[text]])]})))?.[1];

for (const [text, cell] of [
	['10.20.0.0/16', '<code>10.20.0.0/16</code>'],
	['2001:db8::1', '<code>2001:db8::1</code>'],
	['(10.0.0.1, aa2.uni.edu)', '(<code>10.0.0.1</code>, <code>aa2.uni.edu</code>)'],
	['Go to mssql.uni.edu:1433.', 'Go to <code>mssql.uni.edu:1433</code>.'],
	['443/tcp and 5000-5010/udp', '<code>443/tcp</code> and <code>5000-5010/udp</code>'],
	['takes 3.5 s, e.g. on 2026-11-25', 'takes 3.5 s, e.g. on 2026-11-25'],
	['and/or', 'and/or'],
	['443 TCP (53 UDP)', '<code>443 TCP</code> (<code>53 UDP</code>)'],
	['10.0.0.53 UDP', '<code>10.0.0.53</code> UDP'],
	['uni.edu: 2001:db8::', '<code>uni.edu</code>: <code>2001:db8::</code>'],
	['<b> & "c" \'d\'', '&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;'],
	['license.looker.example', '<code>license.<wbr>looker.<wbr>example</code>'],
	['x'.repeat(40), `${'x'.repeat(16)}<wbr>${'x'.repeat(16)}<wbr>${'x'.repeat(8)}`],
	['\u001B[31mred\u001B[0m\u202E', 'red'],
] as const) {
	test(`${JSON.stringify(text)} is written as ${cell}`, () => {
		assert.equal(cellOf(text), cell);
	});
}

test('a page may load nothing, run nothing, and follow no style but its own', () => {
	const html = toHtml(sampleDocument);
	const policy = /content="(default-src [^"]*)"/.exec(html)?.[1] ?? '';
	assert.match(
		policy,
		/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
	);
	assert.doesNotMatch(
		html,
		/<(?:script|link|img|iframe|object|form)\b|\bsrc=|url\(|@import/,
	);
	assert.doesNotMatch(html, / (?:style|on\w+)=/);
});

test('only a long document begins with a list of its chapters', () => {
	const {chapters} = sampleDocument;
	for (const [count, isListed] of [
		[3, false],
		[4, true],
	] as const) {
		const html = toHtml({...sampleDocument, chapters: chapters.slice(0, count)});
		assert.equal(html.includes('<nav'), isListed);
	}
});

test('a table of many columns lies on its side', () => {
	const pageOf = (columns: number) =>
		toHtml(documentOf({Table: [tableOf([Array<string>(columns).fill('x')])]}));
	assert.match(pageOf(5), /@page \{size: A4\}/);
	assert.match(pageOf(6), /@page \{size: A4 landscape\}/);
});

test('on paper the title and its day are in the margin', () => {
	const html = toHtml(documentOf({}, 'A "title" of </style>'));
	assert.ok(
		html.includes(
			String.raw`@top-left {content: "A \22 title\22  of \3c \2f style\3e "}`,
		),
	);
	assert.match(html, /@top-right \{content: "2026\\2d 11\\2d 25 between/);
});

test('the longest words take no time', () => {
	const start = performance.now();
	for (const part of ['x', '.', '(', ':', '1/', 'a.', '443 TCP', '<', 'a://']) {
		cellOf(`x${part.repeat(1_000_000 / part.length)}x`);
	}

	assert.ok(performance.now() - start < 20_000);
});

test('ten thousand rows take no minute', () => {
	const row = Object.values(hostileValues).filter(({length}) => length < 300);
	const rows = Array.from({length: 10_000}, (_, index) =>
		row.slice(index % 40).slice(0, 5),
	);
	const start = performance.now();
	const html = toHtml(documentOf({Table: [tableOf(rows)]}));
	assert.ok(performance.now() - start < 20_000);
	assert.equal(html.match(/<tr>/g)?.length, 10_001);
});
