import type {Command} from 'commander';

/** What is typed after the program's name, and what it does. */
export type Example = readonly [line: string, says: string];

const examples = new WeakMap<Command, readonly Example[]>();

/** Gives a command examples: its help shows them, and so does the manual. */
export function addExamples(command: Command, added: readonly Example[]): Command {
	examples.set(command, added);
	const lines = added.flatMap(([line, says]) => [
		`  analytics-setup ${line}`,
		`      ${says}`,
	]);
	return command.addHelpText('after', ['', 'Examples:', ...lines].join('\n'));
}

export function examplesOf(command: Command): readonly Example[] {
	return examples.get(command) ?? [];
}
