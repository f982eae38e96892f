import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {test} from 'node:test';
import {Argument, Command, Option} from 'commander';
import {execa} from 'execa';
import {completionFor} from '../../../source/commands/completion/completion-for.js';
import {buildProgram} from '../../../source/commands/program.js';

for (const [shell, path, comment] of [
	['bash', 'assets/completions/analytics-setup.bash', /^# analytics-setup/],
	['zsh', 'assets/completions/_analytics-setup', /^#compdef analytics-setup\n/],
	['fish', 'assets/completions/analytics-setup.fish', /^# analytics-setup/],
] as const) {
	test(`what is shipped for ${shell} is that of these commands ("npm run assets")`, async () => {
		const shipped = await readFile(path, 'utf8');
		assert.match(shipped, comment);
		assert.equal(shipped, completionFor(shell, buildProgram()));
	});

	test(`"completion ${shell}" prints what is shipped`, async () => {
		const {stdout} = await execa(process.execPath, ['dist/cli.js', 'completion', shell], {
			stripFinalNewline: false,
		});
		assert.equal(stdout, await readFile(path, 'utf8'));
	});

	test(`${shell} finds no fault with what is shipped`, async () => {
		const {stderr} = await execa(shell, ['-n', path]);
		assert.equal(stderr, '');
	});

	test(`a command that is new needs no edit for ${shell}`, () => {
		const program = new Command('analytics-setup');
		program
			.command('mend')
			.description("it's new: [all] of it")
			.addArgument(new Argument('<what>').choices(['roof', 'wall']))
			.addOption(new Option('--from <folder>', 'where'))
			.addOption(new Option('--secretly', 'not shown').hideHelp());
		const text = completionFor(shell, program);
		assert.match(text, /mend/);
		assert.match(text, /roof/);
		assert.match(text, /folder|directories/);
		assert.doesNotMatch(text, /secretly/);
	});
}
