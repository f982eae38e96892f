import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	qrCodeOf,
	qrTexts,
	quietModules,
	versionFor,
} from '../../source/reports/qr-code.js';

const rows = Array.from(
	{length: 20},
	(_, index) => `destination-${index}.example.com 443/tcp 192.0.2.${index} tcp.timeout`,
);

for (const [name, modules, version] of [
	['80x24', 46, 6],
	['60x20', 38, 4],
	['132x50', 98, 19],
	['no room', 32, undefined],
	['the largest that is of use', 1000, 20],
] as const) {
	test(`the version that fits ${modules} modules: ${name}`, () => {
		assert.equal(versionFor(modules), version);
	});
}

for (let version = 3; version <= 20; version += 1) {
	test(`version ${version}: every text fits its code, and no line is lost`, () => {
		const texts = qrTexts(rows, version);
		for (const text of texts) {
			const code = qrCodeOf(text, version);
			assert.ok(code.length <= 17 + 4 * version + 2 * quietModules);
			assert.ok(code.every(row => row.length === code.length));
		}

		const lines = texts.flatMap(text =>
			text.split('\n').slice(texts.length === 1 ? 0 : 1),
		);
		assert.equal(lines.length, rows.length);
		assert.ok(lines.every((line, index) => rows[index]?.startsWith(line)));
	});
}

test('each of several codes says which it is', () => {
	const texts = qrTexts(rows, 6);
	assert.ok(texts.length > 1);
	for (const [index, text] of texts.entries()) {
		assert.ok(text.startsWith(`${index + 1}/${texts.length}\n`));
	}
});

test('what fits one code is one, without a number', () => {
	assert.deepEqual(qrTexts(['a', 'b'], 3), ['a\nb']);
});

test('a line that is longer than a code is cut', () => {
	const [text = ''] = qrTexts(['x'.repeat(1000)], 3);
	assert.equal(qrTexts(['x'.repeat(1000)], 3).length, 1);
	assert.match(text, /^x{47}$/);
});

test('around a code it stays light', () => {
	const code = qrCodeOf('analytics.uni.edu', 3);
	const edges = [...code.slice(0, quietModules), ...code.slice(-quietModules)];
	assert.ok(edges.flat().every(isDark => !isDark));
	assert.ok(code[quietModules]?.[quietModules]);
});
