import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, suite, test} from 'node:test';
import {completionCases, keysFor, wordsAfter} from './completion-cases.js';
import {oddFolder} from './odd-folder.js';
import {openSession, type ShellSession, sayArguments} from './shell-session.js';

const script = resolve('assets/completions/analytics-setup.bash');

for (const [how, load] of [
	['alone', `source '${script}'`],
	// It finds the file by the name of the command, at the first Tab.
	[
		'with the package "bash-completion"',
		'source /usr/share/bash-completion/bash_completion',
	],
] as const) {
	suite(`bash, ${how}`, () => {
		const folder = oddFolder();
		let session: ShellSession;
		let home: string;
		before(async () => {
			home = await mkdtemp(join(tmpdir(), 'bash-'));
			await writeFile(
				join(home, 'rc'),
				[sayArguments, load, `cd '${folder()}'`, "PS1='ready> '"].join('\n'),
			);
			await mkdir(join(home, 'completions'));
			await symlink(script, join(home, 'completions/analytics-setup'));
			const command = [
				'bash',
				'--noprofile',
				'--rcfile',
				join(home, 'rc'),
				'-i',
			] as const;
			session = await openSession(command, {BASH_COMPLETION_USER_DIR: home});
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
	});
}
