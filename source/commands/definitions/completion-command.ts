import {Argument, type Command} from 'commander';
import {type Shell, shells} from '../completion/shells.js';
import {addExamples} from '../examples.js';

/** The command that is about the commands themselves, and has none of their flags. */
export function addCompletionCommand(program: Command): void {
	const command = program
		.command('completion')
		.description('print what a shell needs to complete commands and flags on Tab')
		.addArgument(new Argument('<shell>', 'the shell that reads it').choices(shells));
	addExamples(command, [
		['completion bash > /etc/bash_completion.d/analytics-setup', 'For everybody'],
		['completion fish | source', 'In a fish that is running'],
	]).action(async (shell: Shell) => {
		const {completion} = await import('../completion.js');
		completion(shell, program);
	});
}
