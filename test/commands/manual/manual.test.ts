import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {execa} from 'execa';
import {manualFor} from '../../../source/commands/manual/manual.js';
import {buildProgram} from '../../../source/commands/program.js';

const path = 'assets/analytics-setup.1';

async function read(columns: number): Promise<string> {
	const {stdout, stderr} = await execa('man', ['--warnings', '--local-file', path], {
		env: {MANWIDTH: String(columns), LC_ALL: 'C.UTF-8', MANPAGER: 'cat', MANOPT: ''},
	});
	assert.equal(stderr, '');
	return stdout;
}

test('the page that is shipped is that of these commands ("npm run assets")', async () => {
	assert.equal(await readFile(path, 'utf8'), manualFor(buildProgram()));
});

test('mandoc has nothing to say against it', async () => {
	const {stdout} = await execa('mandoc', ['-Tlint', '-Wall', path], {reject: false});
	assert.equal(stdout, '');
});

for (const columns of [80, 60]) {
	test(`it is read without warnings in ${columns} columns`, async () => {
		const page = await read(columns);
		for (const line of page.split('\n')) {
			// What is to be typed is not broken.
			assert.ok(line.length <= columns || / {7}analytics-setup /.test(line), line);
		}

		assert.match(page, /^NAME\n +analytics-setup - make every network connection/m);
	});
}

test('it has every command and flag, and nothing that is hidden', async () => {
	const page = await read(80);
	for (const command of buildProgram().commands) {
		const isHidden = [
			'first-boot',
			'follow-names',
			'forward-names',
			'guard',
			'recover',
			'rehearse',
		].includes(command.name());
		assert.equal(new RegExp(`^ {3}${command.name()}`, 'm').test(page), !isHidden);
		for (const {long = '', hidden} of isHidden ? [] : command.options) {
			assert.equal(page.includes(` ${long}`), !hidden, long);
		}
	}

	assert.doesNotMatch(page, /keep-alive/);
});

for (const [what, wanted] of [
	['the choices of a flag', /--backend name\n.*One of nftables,\s+files\./],
	[
		'what holds unless a flag is given',
		/--confirm-within seconds\n.*?Unless given: 120\./s,
	],
	['the exit codes', /^ {7}5 +Another session is changing this server/m],
	[
		'the files',
		/^ {7}\/etc\/analytics-setup\/config\.json\n +The answers; never a password/m,
	],
	['examples', /^ {7}analytics-setup rollback --to 3$/m],
	['the environment', /^ {7}NO_COLOR\n/m],
] as const) {
	test(`it tells ${what}`, async () => {
		assert.match(await read(80), wanted);
	});
}
