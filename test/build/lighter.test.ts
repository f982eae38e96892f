import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {fillsOneCellEach, standsByItself} from '../../build/lighter/cells.mjs';
import {LateSegmenter} from '../../build/lighter/late-segmenter.mjs';
import libraryWidth from '../../node_modules/string-width/index.js';

const characters = Array.from({length: 0x1_00_00}, (_, code) =>
	String.fromCharCode(code),
).filter(standsByItself);
const segmenter = new Intl.Segmenter();
const lengthsIn = (segments: Iterable<{readonly segment: string}>) =>
	Array.from(segments, ({segment}) => segment.length);

test('what is taken for one cell is one for the library too', () => {
	const filled = characters.filter(fillsOneCellEach);
	assert.ok(filled.length > 800);
	assert.equal(libraryWidth(filled.join('')), filled.length);
	assert.deepEqual(
		filled.filter(character => libraryWidth(character) !== 1),
		[],
	);
});

test('no two characters that stand by themselves make one', () => {
	for (const first of characters) {
		const pairs = characters.map(second => first + second).join('');
		assert.equal(Math.max(...lengthsIn(segmenter.segment(pairs))), 1);
	}
});

for (const [what, text] of [
	['words', 'a · b'],
	['a combined character', 'a e\u0301 b'],
	['an emoji', 'a 👩‍👩‍👧 b'],
	['a line break of two characters', 'a\r\nb'],
	['nothing', ''],
] as const) {
	test(`${what} is cut as the real segmenter cuts it`, () => {
		const [late, real] = [new LateSegmenter().segment(text), segmenter.segment(text)];
		assert.deepEqual(
			Array.from(late, ({segment, index}) => [segment, index]),
			Array.from(real, ({segment, index}) => [segment, index]),
		);
		for (const at of [0, 2, text.length]) {
			assert.equal(late.containing(at)?.segment, real.containing(at)?.segment);
		}
	});
}

// Once one of these fails, what stands in its place can go.
for (const [file, costly] of [
	['yoga-layout/dist/binaries/yoga-wasm-base64-esm.js', '"function"!=typeof fetch'],
	['yoga-layout/dist/src/index.js', 'wrapAssembly(await loadYoga())'],
	['ink/build/reconciler.js', "if (process.env['DEV'] === 'true') {"],
	['string-width/index.js', 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;'],
	['wrap-ansi/index.js', 'const segmenter = new Intl.Segmenter();'],
	['@alcalzone/ansi-tokenize/build/tokenize.js', 'const segmenter = new Intl.Segmenter('],
] as const) {
	test(`${file} does what is costly while it is loaded`, async () => {
		assert.ok((await readFile(`node_modules/${file}`, 'utf8')).includes(costly));
	});
}
