import assert from 'node:assert/strict';
import {test} from 'node:test';
import {examplesOf} from '../../source/commands/examples.js';
import {buildProgram} from '../../source/commands/program.js';

const program = buildProgram();

for (const command of [program, ...program.commands]) {
	test(`the help of "${command.name()}" is at most 80 columns wide, with its examples`, () => {
		let help = '';
		command
			.configureOutput({writeOut: text => (help += text), getOutHelpWidth: () => 80})
			.outputHelp();
		assert.match(help, /^Usage: analytics-setup/);
		for (const line of help.split('\n')) {
			assert.ok(line.length <= 80, line);
		}

		for (const [line, says] of examplesOf(command)) {
			assert.ok(help.includes(`  analytics-setup ${line}\n      ${says}\n`), help);
		}
	});

	for (const [line] of examplesOf(command)) {
		test(`the example "${line}" can be typed as it stands`, () => {
			// What the shell does with a line is not the program's.
			const words = line.replace(/ (?:3<|>|\|).*$/, '').split(' ');
			const typed = buildProgram();
			for (const each of typed.commands) {
				each.action(() => undefined);
			}

			typed.parse(words, {from: 'user'});
		});
	}
}
