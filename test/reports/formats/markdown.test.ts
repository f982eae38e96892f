import assert from 'node:assert/strict';
import {type TestContext, test} from 'node:test';
import {lexer, type Token, type Tokens, walkTokens} from 'marked';
import {toMarkdown} from '../../../source/reports/formats/markdown.js';
import {hostileValues} from './hostile-values.js';
import {documentOf, sampleDocument, shortSample, tableOf} from './sample-document.js';

test('a document is what a colleague gets to read', (t: TestContext) => {
	t.assert.snapshot(toMarkdown(shortSample), {serializers: [String]});
});

test('the chapters of a document are found by a parser, in their order', () => {
	const headings = tokensOf(toMarkdown(sampleDocument)).filter(isHeading);
	assert.deepEqual(
		headings.map(({depth, text}) => [depth, text]),
		[[1, sampleDocument.title], ...sampleDocument.chapters.map(({title}) => [2, title])],
	);
});

test('columns stand under each other where there is room', () => {
	const text = toMarkdown(
		documentOf({
			Ports: [
				tableOf([
					['10.0.0.1', 'x'],
					['2001:db8::1', ''],
				]),
			],
		}),
	);
	assert.match(text, /^\| 10\.0\.0\.1 {4}\| x {8}\|\n\| 2001:db8::1 \| {10}\|$/m);
});

test('the longest words take no time', () => {
	const start = performance.now();
	for (const part of ['x', '.', '_', '*', '`', '\\', '|', '&a', '&#1;', '@.', 'a://']) {
		const text = part.repeat(1_000_000 / part.length);
		toMarkdown(
			documentOf({Words: [{kind: 'paragraph', text}, tableOf([[`@${text}x`]])]}),
		);
	}

	assert.ok(performance.now() - start < 20_000);
});

test('words that stand out are bold, and the others are not', () => {
	const row = (['fail', 'warn', 'pass', 'skipped', 'unprovable'] as const).map(
		verdict => ({
			...{text: verdict, verdict},
		}),
	);
	const text = toMarkdown(documentOf({Verdicts: [{...tableOf([]), rows: [row]}]}));
	assert.match(text, /\| \*\*fail\*\* \| \*\*warn\*\* \|/);
});

/** What may come of words that are to be read as they are. */
const harmless = new Set(['text', 'escape', 'codespan', 'strong', 'paragraph', 'space']);
const structure = new Set(['heading', 'list', 'list_item', 'table', 'code']);

for (const [name, value] of Object.entries(hostileValues)) {
	// The parser takes minutes for a word of 64 KB.
	const text = value.slice(0, 1000);
	test(`${name} is nothing but words, wherever it stands`, () => {
		const document = documentOf({
			[`Table ${text}`]: [
				tableOf([
					[text, 'second'],
					['third', text],
				]),
			],
			Others: [
				{kind: 'paragraph', text},
				{kind: 'list', items: [text, 'second']},
				{
					kind: 'facts',
					facts: [
						['Name', text],
						['', text],
						[text, 'second'],
					],
				},
				{kind: 'lines', lines: [text, 'second']},
			],
		});
		const tokens = tokensOf(toMarkdown(document));
		for (const {type, raw} of tokens) {
			assert.ok(harmless.has(type) || structure.has(type), `${type}: ${raw}`);
		}

		assert.equal(tokens.filter(isHeading).length, 3);
		const table = tokens.find(isTable);
		assert.deepEqual(
			table?.rows.map(({length}) => length),
			[2, 2],
		);
		assert.equal(table.rows[1]?.[0]?.text, 'third');
		assert.equal(tokens.filter(({type}) => type === 'code').length, 1);
	});
}

function tokensOf(markdown: string): readonly Token[] {
	const tokens: Token[] = [];
	void walkTokens(lexer(markdown), token => {
		tokens.push(token);
	});
	return tokens;
}

function isHeading(token: Token): token is Tokens.Heading {
	return token.type === 'heading';
}

function isTable(token: Token): token is Tokens.Table {
	return token.type === 'table';
}
