import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {changeRequest} from '../../../source/reports/change-request/change-request.js';
import {audiences} from '../../../source/reports/report-kinds.js';
import {readVendorDocument} from '../../catalogue/vendor-document.js';
import {allWordsIn, chapterIn, tablesIn, wordsIn} from '../document-words.js';
import {collegeAnswers, failingRun, sampleSite} from '../sample-site.js';

const listed = await readVendorDocument();
const chapterIds: Readonly<Record<string, string>> = {
	'Inbound Traffic (Internal)': 'inbound-internal',
	'Outbound Traffic (Internal)': 'outbound-internal',
	'Outbound Traffic (External)': 'outbound-external',
	'External Destinations': 'external-destinations',
};
/** Names of the document that are examples, and what this site has in their place. */
const inPlaceOf: Readonly<Record<string, string>> = {
	'analytics.uni.edu': 'reports.college.example (10.1.0.5)',
	'MSSQL.uni.edu': 'db.college.example (10.5.0.5)',
};

for (const audience of ['network', undefined] as const) {
	const document = changeRequest(sampleSite({run: failingRun()}), audience);
	const name = audience ?? 'everybody';

	for (const [heading, id] of Object.entries(chapterIds)) {
		test(`for ${name}, "${heading}" has the rows of the document, in its order, with real names`, () => {
			const chapter = chapterIn(document, id);
			assert.equal(chapter.title, heading);
			const [table] = tablesIn(chapter);
			const wanted = listed.filter(row => row.table === heading);
			assert.equal(table?.rows.length, wanted.length);
			for (const [index, {destination, port, usage}] of wanted.entries()) {
				const row: readonly string[] = (table?.rows[index] ?? []).map(({text}) => text);
				assert.ok(row.includes(port), `row ${index + 1}: ${port}`);
				assert.ok(row.includes(usage), `row ${index + 1}: ${usage}`);
				if (destination !== undefined) {
					const real = inPlaceOf[destination] ?? destination;
					assert.ok(
						row.some(text => text.startsWith(real)),
						`row ${index + 1}: ${real}`,
					);
				}
			}
		});
	}

	test(`for ${name}, the columns of the document come first, in its order`, async () => {
		const text = await readFile('test/catalogue/server-communications.txt', 'utf8');
		const columns = text
			.split('\n')
			.filter(line => /^Sources? \|/.test(line))
			.map(line =>
				line
					.split('|')
					.map(cell => cell.trim())
					.filter(Boolean),
			);
		for (const [index, id] of Object.values(chapterIds).entries()) {
			const [table] = tablesIn(chapterIn(document, id));
			const wanted = columns[index] ?? [];
			assert.deepEqual(table?.columns.slice(0, wanted.length), wanted);
		}
	});
}

for (const audience of [undefined, ...audiences]) {
	const site = sampleSite({run: failingRun()});
	const document = changeRequest(site, audience);
	const words = allWordsIn(document);
	const name = audience ?? 'everybody';

	test(`for ${name}, no example of the vendor is left`, () => {
		assert.doesNotMatch(words, /uni\.edu/i);
	});

	test(`for ${name}, what the server is, what is asked and what is open come first`, () => {
		assert.deepEqual(
			document.chapters.slice(0, 2).map(({id}) => id),
			['in-short', 'asked'],
		);
		const [first, second] = document.chapters[0]?.blocks ?? [];
		assert.ok(first?.kind === 'paragraph' && second?.kind === 'paragraph');
		assert.match(first.text, /^reports\.college\.example \(10\.1\.0\.5\) runs /);
		assert.equal(first.text.match(/\.(?: |$)/g)?.length, 2);
		assert.match(second.text, /They were tried on 2026-11-25 at 14:02 UTC/);
	});

	test(`for ${name}, no word of this program stands unexplained`, () => {
		const withoutTrace = document.chapters.filter(({id}) => id !== 'trace');
		const text = withoutTrace
			// The administrator of this server is told what to do with it.
			.filter(({id}) => id !== 'asked' || audience !== undefined)
			.map(wordsIn)
			.join('\n');
		assert.doesNotMatch(
			text,
			/\b(?:prob(?:e|es|ed|ing)|verdict|catalogue|unprovable|skipped|ruleset)\b/i,
		);
	});

	test(`for ${name}, which list it follows is said at the end`, () => {
		assert.match(
			wordsIn(chapterIn(document, 'list')),
			/with 22 rows\. It carries no version of its own.*dd8f4c072fa0/,
		);
	});

	test(`for ${name}, every state in a table is explained`, () => {
		const explained = wordsIn(chapterIn(document, 'how-tried'));
		for (const {columns, rows} of document.chapters.flatMap(chapter =>
			tablesIn(chapter),
		)) {
			const at = columns.indexOf('State');
			for (const row of at === -1 ? [] : rows) {
				const state = row[at]?.text ?? '';
				assert.ok(explained.includes(`\n${state}: `), state);
			}
		}
	});

	test(`for ${name}, anchors of chapters are all different`, () => {
		const ids = document.chapters.map(({id}) => id);
		assert.deepEqual(ids, [...new Set(ids)]);
	});

	test(`for ${name}, it can be written before anything was tried`, () => {
		const untried = changeRequest(sampleSite(), audience);
		assert.match(wordsIn(chapterIn(untried, 'in-short')), /Nothing was tried yet/);
		assert.match(wordsIn(chapterIn(untried, 'asked')), /Please see to it that all/);
		assert.doesNotMatch(allWordsIn(untried), /undefined|null|NaN/);
	});
}

test('each team reads of its own connections only', () => {
	const site = sampleSite({run: failingRun()});
	const ofDba = allWordsIn(changeRequest(site, 'dba'));
	assert.match(ofDba, /db\.college\.example/);
	assert.doesNotMatch(ofDba, /relay\.college\.example|bitbucket/);
	const ofMail = allWordsIn(changeRequest(site, 'mail'));
	assert.match(ofMail, /relay\.college\.example/);
	assert.doesNotMatch(ofMail, /db\.college\.example|bitbucket/);
});

test('the trace is for everybody, not for a team', () => {
	const site = sampleSite({run: failingRun()});
	const idsFor = (audience: 'network' | undefined) =>
		changeRequest(site, audience).chapters.map(({id}) => id);
	assert.ok(idsFor(undefined).includes('trace'));
	assert.ok(!idsFor('network').includes('trace'));
});

const subnets = Array.from(
	{length: 5000},
	(_, index) => `10.${128 + Math.floor(index / 128)}.${(index % 128) * 2}.0/25`,
);
const crowded = sampleSite({answers: collegeAnswers({viewers: {subnets}})});

test("5,000 viewers' networks leave the table usable, and are all in the appendix", () => {
	const document = changeRequest(crowded, 'network');
	const [table] = tablesIn(chapterIn(document, 'inbound-internal'));
	const sources = table?.rows[0]?.[0]?.text ?? '';
	assert.match(sources, /^10\.128\.0\.0\/25, .* and 4,\d{3} more \(see the appendix\)$/);
	assert.ok(sources.length < 200);
	const appendix = wordsIn(chapterIn(document, 'appendix'));
	assert.match(appendix, /Sources of 9999 TCP \(5,000\):/);
	for (const subnet of subnets) {
		assert.ok(appendix.includes(subnet), subnet);
	}
});

test('where all fits into the tables there is no appendix', () => {
	const {chapters} = changeRequest(sampleSite(), undefined);
	assert.ok(chapters.every(({id}) => id !== 'appendix'));
});
