import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, suite, test} from 'node:test';
import {completionCases, keysFor, wordsAfter} from './completion-cases.js';
import {oddFolder} from './odd-folder.js';
import {openSession, type ShellSession, sayArguments} from './shell-session.js';

const settings = [
	`fpath=('${resolve('assets/completions')}' $fpath)`,
	'autoload -Uz compinit',
	'compinit -D -u',
	// A key that inserts all that is offered, as readline has one (zshcompsys(1)).
	'zle -C all-matches complete-word _generic',
	String.raw`bindkey '\e*' all-matches`,
	"zstyle ':completion:all-matches::::' completer _all_matches _complete",
	"zstyle ':completion:all-matches:*' insert yes",
];

suite('zsh', () => {
	const folder = oddFolder();
	let session: ShellSession;
	let home: string;
	before(async () => {
		home = await mkdtemp(join(tmpdir(), 'zsh-'));
		await writeFile(
			join(home, '.zshrc'),
			[sayArguments, ...settings, `cd '${folder()}'`, "PS1='ready> '"].join('\n'),
		);
		session = await openSession(['zsh', '-i'], {ZDOTDIR: home});
	});
	after(async () => {
		await session.close();
		await rm(home, {recursive: true});
	});

	for (const [what, keys, offered] of completionCases) {
		test(`completes ${what}: "${keys.trimEnd()}"`, async () => {
			const words = await session.argumentsAfter(keysFor(keys));
			assert.deepEqual(words, wordsAfter(keys, offered));
		});
	}

	test('shows what a command and a flag are for', async () => {
		await session.shows('st\u0004', /status +-- configured\?/);
		await session.shows('plan --r\u0004', /--raw +-- only the exact files/);
	});
});
