import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {test} from 'node:test';
import {until} from '../helpers/screen.js';
import {keys} from './keys.js';
import {ownRoot} from './own-root.js';

const {inside, wizard} = ownRoot();

for (const [what, options, flags] of [
	['80 by 24', {}, []],
	['132 by 50', {columns: 132, rows: 50}, []],
	['few glyphs', {}, ['--ascii']],
	['no colours', {name: 'vt220'}, []],
] as const) {
	test(`${what}: Ink finds the first frame as it would draw it`, async () => {
		let sent = '';
		const terminal = wizard(
			{
				...options,
				onOutput(data) {
					sent += data;
				},
			},
			flags,
		);
		await until(
			() => sent.includes('\u001B[?2004h'),
			() => sent,
			20_000,
		);
		terminal.type(keys.interrupt);
		await terminal.shows(/Leave the setup\?/);
		const [first = '', then = ''] = sent.split('\u001B[?2004h');
		assert.match(first, /begin[\s\S]*leave/);
		// The question alone, which stands where the headline was.
		assert.ok(
			['\u001B[4;2H\u001B[1mLeave', '\u001B[4;2HLeave'].some(begin =>
				then.startsWith(begin),
			),
			JSON.stringify(then),
		);
	});
}

const told = () => ({
	NODE_OPTIONS: '--import=./test/terminal/tell-loaded.mjs',
	LOADED_FILE: inside('loaded'),
	RESOURCES_FILE: inside('resources'),
});

test('neither an HTTP client nor the tables of all languages are loaded for the first key', async () => {
	const terminal = wizard({env: told()});
	await terminal.shows(/begin/);
	terminal.type(keys.interrupt);
	await terminal.shows(/Leave the setup\?/);
	assert.deepEqual(JSON.parse(await readFile(inside('loaded'), 'utf8')), {
		modules: [],
		segmenters: 0,
	});
});

for (const [where, key, shown] of [
	['the welcome', '', /begin/],
	['a page', keys.enter, /What is the name of this server/],
] as const) {
	test(`no timer is left that could wake a wizard on ${where}`, async () => {
		const terminal = wizard({env: told()});
		await terminal.shows(/begin/);
		terminal.type(key);
		await terminal.shows(shown);
		// Its answer, once there is one: the file is made where there is none yet.
		const resources = () =>
			readFileSync(inside('resources'), {encoding: 'utf8', flag: 'a+'});
		await until(
			() => {
				process.kill(terminal.pid, 'SIGUSR2');
				return /^\[(?!.*Timeout).*\]$/.test(resources());
			},
			resources,
			20_000,
		);
	});
}
