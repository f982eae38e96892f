import assert from 'node:assert/strict';
import {test} from 'node:test';
import {execa} from 'execa';
import {bold, entry, paragraph, section} from '../../../source/commands/manual/roff.js';

/** What somebody reads of some roff. */
async function read(...lines: readonly string[]): Promise<string> {
	const page = ['.TH T 1 2026-11-26', '.SH NAME', 't \\- t', ...lines, ''].join('\n');
	const options = {input: page, env: {LC_ALL: 'C.UTF-8'}};
	const lint = await execa('mandoc', ['-Tlint', '-Wwarning'], {
		...options,
		reject: false,
	});
	assert.equal(lint.stdout, '');
	const {stdout} = await execa('mandoc', ['-Tutf8', '-Owidth=200'], options);
	// Bold and underlined text is struck over (col(1)).
	const [first = '', ...struckOver] = stdout.split('\b').toReversed();
	return [first, ...struckOver.map(part => part.slice(0, -1))].toReversed().join('');
}

for (const words of [
	'.SH is no heading',
	"'br is no request",
	String.raw`\fBnot bold\fR, \n(.x and \" are words`,
	'a "quoted" word, and the vendor\'s',
	'--no-confirm and a-b',
	'`x`, ^y, ~z',
	'naïve ✓ café',
	'-',
] as const) {
	test(`"${words}" is read as it stands`, async () => {
		assert.ok((await read(...paragraph(`Here: ${words}`))).includes(`Here: ${words}`));
		assert.ok((await read(...entry(bold('term'), words))).includes(words));
		assert.ok((await read(...section(`TITLE ${words}`, paragraph('x')))).includes(words));
	});
}

test('a line that is broken before a dot has no request in it', async () => {
	const words = `${'word '.repeat(14)}.so /etc/passwd`;
	const seen = await read(...paragraph(words));
	assert.ok(seen.replaceAll(/\s+/g, ' ').includes(words));
});
