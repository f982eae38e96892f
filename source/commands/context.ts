import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import {type Flow, flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import type {CommonFlags} from './flags.js';
import {givenAnswers} from './given-answers.js';

/** What a command works on. */
export type CommandContext = {
	readonly machine: Machine;
	readonly flow: Flow;
	readonly answers: Answers;
};

/**
 * The machine, and the answers of `--answers` or the saved ones.
 * @throws Failure when there are none, or they have faults
 */
export async function openContext({
	root,
	backend,
	answers: paths,
}: CommonFlags): Promise<CommandContext> {
	const given = await givenAnswers(paths);
	const machine = await openMachine({root, backend, given});
	const answers = given ?? (await machine.answers.read());
	if (answers === undefined) {
		throw new Failure('answers.missing', 'This server has not been set up yet.', {
			remedies: ['Run analytics-setup, or name a file with --answers.'],
		});
	}

	return {machine, flow: flowOn(machine), answers};
}

/**
 * Reads the passwords that the open files of `--answers` give; while one is waited for,
 * Ctrl-C ends the program.
 * @param sections those whose logins are needed
 */
export async function readGivenFiles(
	{machine, answers}: Pick<CommandContext, 'machine' | 'answers'>,
	flags: Pick<CommonFlags, 'answers'>,
	sections: ReadonlyArray<keyof Answers> = ['sql', 'smtp', 'proxy'],
): Promise<void> {
	if (flags.answers !== undefined) {
		const {loginsIn} = await import('../answers/logins.js');
		const needed = sections.map(section => [section, answers[section]]);
		await machine.keyring.readFiles(loginsIn(Object.fromEntries(needed)));
	}
}
