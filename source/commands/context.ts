import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import {type Flow, flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import type {CommonFlags} from './flags.js';

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
export async function openContext(flags: CommonFlags): Promise<CommandContext> {
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const answers = await readAnswers(machine, flags);
	if (answers === undefined) {
		throw new Failure('answers.missing', 'This server has not been set up yet.', {
			remedies: ['Run analytics-setup, or name a file with --answers.'],
		});
	}

	return {machine, flow: flowOn(machine), answers};
}

/** The answers of `--answers`, or the saved ones; undefined when there are none. */
export async function readAnswers(
	machine: Machine,
	{answers}: Pick<CommonFlags, 'answers'>,
): Promise<Answers | undefined> {
	return answers === undefined ? machine.answers.read() : fromFile(answers);
}

/**
 * The answers of a file. Only a command that is given one needs the YAML library.
 * @throws Failure `answers.invalid` with every fault
 */
export async function fromFile(path: string): Promise<Answers> {
	const {answersFromFile} = await import('./answers-from-file.js');
	return answersFromFile(path);
}
