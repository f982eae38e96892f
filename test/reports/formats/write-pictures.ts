import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {toHtml} from '../../../source/reports/formats/html.js';
import {openBrowser} from '../../helpers/chromium.js';
import {sampleDocument, shortSample} from './sample-document.js';

// Pictures of a document, to be looked at: on screens by day and by night, and on paper.
const [folder = 'document-pictures'] = process.argv.slice(2);
await mkdir(folder, {recursive: true});
const profile = await mkdtemp(join(tmpdir(), 'analytics-setup-test-'));
const browser = await openBrowser(profile);
await browser.show(toHtml(shortSample));
for (const width of [390, 900, 1280, 1600]) {
	for (const isDark of [false, true]) {
		await browser.look({width, isDark});
		const name = `${width}-${isDark ? 'dark' : 'light'}.png`;
		await writeFile(join(folder, name), await browser.picture());
	}
}

await browser.show(toHtml(sampleDocument));
await writeFile(join(folder, 'paper.pdf'), await browser.pdf());
await browser.close();
await rm(profile, {recursive: true, force: true});
