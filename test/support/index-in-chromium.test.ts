import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, suite, test} from 'node:test';
import axe from 'axe-core';
import {indexPage} from '../../source/support/bundle-index.js';
import {items} from '../../source/support/items/index.js';
import {type Browser, chromiumSkip, openBrowser} from '../helpers/chromium.js';
import {hostileValues} from '../reports/formats/hostile-values.js';

const notes = Object.values(hostileValues);
const collected = items.map(({name, title}, index) => ({
	name,
	title,
	text: 'x'.repeat(index * 1000),
	note: notes[index % notes.length],
	milliseconds: index,
	places: index,
}));
const page = indexPage(collected, {
	hostname: 'analytics.uni.edu<script>document.title = "run"</script>',
	moment: '2026-11-26T14:02:11.000Z',
	version: '0.1.0',
	isAnonymous: true,
	secrets: 3,
});

suite('the index of a bundle in Chromium', {skip: chromiumSkip()}, () => {
	let folder: string;
	let browser: Browser;
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
		browser = await openBrowser(folder);
		await browser.show(page);
	});
	after(async () => {
		await browser.close();
		await rm(folder, {recursive: true, force: true});
	});

	test('has a row for each file, and runs and loads nothing', async () => {
		const rows = await browser.evaluate<number>(
			'document.querySelectorAll("tbody tr").length',
		);
		assert.equal(rows, items.length);
		assert.match(await browser.evaluate<string>('document.title'), /^Evidence from /);
		assert.equal(await browser.evaluate<number>('document.scripts.length'), 0);
		assert.deepEqual(browser.complaints, []);
		assert.equal(browser.requests.length, 1);
	});

	test('can be read by everybody, as far as axe can tell', async () => {
		await browser.evaluate(axe.source);
		const found = await browser.evaluate<readonly string[]>(
			'axe.run().then(({violations}) => violations.map(({id}) => id))',
		);
		assert.deepEqual(found, []);
	});
});
