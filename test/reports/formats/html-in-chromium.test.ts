import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, suite, test} from 'node:test';
import axe from 'axe-core';
import fc from 'fast-check';
import {parse as parseMarkdown} from 'marked';
import type {Document} from '../../../source/reports/document.js';
import {toHtml} from '../../../source/reports/formats/html.js';
import {toMarkdown} from '../../../source/reports/formats/markdown.js';
import {onOneLine} from '../../../source/reports/formats/words.js';
import {type Browser, chromiumSkip, openBrowser} from '../../helpers/chromium.js';
import {hostileValues} from './hostile-values.js';
import {
	documentOf,
	longTable,
	sampleDocument,
	shortSample,
	tableOf,
} from './sample-document.js';

const values = Object.values(hostileValues);
const shortValues = values.filter(({length}) => length < 300);

/** Every hostile value at every place. */
const hostileDocument = documentOf(
	{
		...Object.fromEntries(shortValues.slice(0, 4).map(text => [text, []])),
		Everywhere: [
			...values.map(text => ({kind: 'paragraph', text}) as const),
			{kind: 'list', items: values},
			{
				kind: 'facts',
				facts: values.map((text, index) => [index % 3 === 0 ? '' : text, text]),
			},
			{kind: 'lines', lines: values},
			{
				kind: 'table',
				caption: shortValues.join(' '),
				columns: ['First', ...shortValues.slice(0, 2)],
				rows: values.map(text => [
					{text},
					{text: `${text}${text}`},
					{text, verdict: 'fail'},
				]),
			},
		],
	},
	shortValues.join(' '),
);

const allElements = '[...document.body.querySelectorAll("*")]';

suite('a page in Chromium', {skip: chromiumSkip()}, () => {
	let folder: string;
	let browser: Browser;
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
		browser = await openBrowser(folder);
	});
	after(async () => {
		await browser.close();
		await rm(folder, {recursive: true, force: true});
	});

	/** The texts of the cells of the only table, as the browser reads a page that never runs. */
	const cellsIn = (html: string) =>
		browser.evaluate<readonly string[]>(`{
			const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
			[...page.querySelectorAll('td')].map(({textContent}) => textContent.trim());
		}`);

	for (const [format, write] of [
		['HTML', toHtml],
		['Markdown', (document: Document) => parseMarkdown(toMarkdown(document)) as string],
	] as const) {
		test(`reads back of ${format} what was put in`, async () => {
			const texts = fc.oneof(
				fc.string({unit: 'binary'}),
				fc.string({unit: 'grapheme-ascii'}),
				fc
					.array(fc.constantFrom(...'`|\\*_<>[]()!&#;:/@.~{}$-+= a1', ...shortValues))
					.map(parts => parts.join('')),
			);
			const tables = fc.array(fc.tuple(texts, texts), {minLength: 50, maxLength: 100});
			await fc.assert(
				fc.asyncProperty(tables, async rows => {
					const cells = await cellsIn(write(documentOf({Table: [tableOf(rows)]})));
					assert.deepEqual(cells, rows.flat().map(onOneLine));
				}),
				{numRuns: 10},
			);
		});
	}

	test('is nothing but words, whatever is in them', async () => {
		await browser.show(toHtml(hostileDocument));
		const names = await browser.evaluate<readonly string[]>(
			`[...new Set(${allElements}.map(({localName}) => localName))].sort()`,
		);
		const known =
			'a caption code dd div dl dt h1 h2 header li main nav ol p pre section span';
		assert.deepEqual(names, `${known} table tbody td th thead tr ul wbr`.split(' '));
		const attributes = await browser.evaluate<readonly string[]>(
			`[...new Set(${allElements}.flatMap(element => element.getAttributeNames()))].sort()`,
		);
		assert.deepEqual(
			attributes,
			'aria-label aria-labelledby class href id role scope tabindex'.split(' '),
		);
		const links = await browser.evaluate(
			'[...document.links].every(link => link.getAttribute("href").startsWith("#"))',
		);
		assert.equal(links, true);
	});

	for (const [name, document] of [
		['a long document', sampleDocument],
		['a hostile document', hostileDocument],
	] as const) {
		test(`${name} fits every screen, and paper`, async () => {
			await browser.show(toHtml(document));
			for (const width of [320, 390, 768, 1280, 1600]) {
				await browser.look({width});
				const columns = await browser.evaluate('document.documentElement.scrollWidth');
				assert.ok(Number(columns) <= width, `${columns} of ${width}`);
				assert.deepEqual(await cutOff('.table *, .table'), []);
			}

			await browser.look({width: paperWidth.upright, isPaper: true});
			assert.deepEqual(await cutOff('nav *'), []);
		});
	}

	test('nothing of a wide table is cut off on paper that lies on its side', async () => {
		const row = sampleDocument.facts.flat();
		await browser.show(toHtml(documentOf({Table: [tableOf([row])]})));
		await browser.look({width: paperWidth.across, isPaper: true});
		assert.deepEqual(await cutOff('nav *'), []);
	});

	for (const [name, width, isDark] of [
		['on a desk', 1280, false],
		['on a desk at night', 1280, true],
		['on a telephone', 390, false],
		['on a telephone at night', 390, true],
	] as const) {
		test(`has no fault that axe finds, ${name}`, async () => {
			await browser.look({width, isDark});
			await browser.show(toHtml(shortSample));
			await browser.evaluate(axe.source);
			// Axe has doubts about colours over a gradient, and about what is scrolled away.
			const found = await browser.evaluate<readonly string[]>(`{
				for (const table of document.querySelectorAll('.table')) {
					table.style.background = 'none';
				}

				axe.run().then(({violations, incomplete}) =>
					[...violations, ...(innerWidth > 1000 ? incomplete : [])].map(
						({id, nodes}) => id + ': ' + nodes[0].html,
					),
				);
			}`);
			assert.deepEqual(found, []);
		});
	}

	test('is dark where everything is dark', async () => {
		const paper = 'getComputedStyle(document.body).backgroundColor';
		await browser.show(toHtml(shortSample));
		await browser.look({width: 1280});
		assert.equal(await browser.evaluate(paper), 'rgb(255, 255, 255)');
		await browser.look({width: 1280, isDark: true});
		assert.equal(await browser.evaluate(paper), 'rgb(20, 23, 26)');
		await browser.look({width: 1280, isDark: true, isPaper: true});
		assert.equal(await browser.evaluate(paper), 'rgb(255, 255, 255)');
	});

	test('tells verdicts apart by a mark as well', async () => {
		await browser.show(toHtml(shortSample));
		const marks = await browser.evaluate<readonly string[]>(`[
			...new Set(
				[...document.querySelectorAll('.verdict')].map(
					verdict => getComputedStyle(verdict, '::before').content,
				),
			),
		]`);
		assert.deepEqual(
			marks,
			['✓', '✗', '!', '–', '?'].map(mark => `"${mark}" / ""`),
		);
	});

	for (const [name, columns, size] of [
		['upright', 5, [595, 842]],
		['on its side', 6, [842, 595]],
	] as const) {
		test(`is printed on A4, ${name}, on as many pages as it needs`, async () => {
			const row = Array<string>(columns).fill('x');
			const blocks = [tableOf([row]), longTable(200)];
			await browser.show(toHtml(documentOf({Tables: blocks})));
			const paper = (await browser.pdf()).toString('latin1');
			const pages = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
			for (const [, across, down] of pages) {
				assert.deepEqual([Math.round(Number(across)), Math.round(Number(down))], size);
			}

			assert.ok(pages.length > 4, `${pages.length}`);
		});
	}

	test('asks for nothing but itself, and nothing in it is refused', () => {
		assert.deepEqual(
			[...new Set(browser.requests.map(url => url.split('/').at(-1)))],
			['page.html'],
		);
		assert.deepEqual(browser.complaints, []);
	});

	/** What reaches over the right edge, but for what may. */
	const cutOff = (besides: string) =>
		browser.evaluate<readonly string[]>(`${allElements}
			.filter(element => !element.matches(${JSON.stringify(besides)}))
			.filter(element => element.getBoundingClientRect().right > innerWidth + 1)
			.map(({localName, textContent}) => localName + ': ' + textContent.slice(0, 50))`);
});

/** A4 without its margins, in pixels of CSS. */
const paperWidth = {
	upright: Math.floor((180 / 25.4) * 96),
	across: Math.floor((267 / 25.4) * 96),
};
