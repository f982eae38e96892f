import process from 'node:process';
import {exitCode} from '../exit-code.js';
import type {Machine} from '../machine.js';
import {wrap} from '../reports/wrap.js';
import {describePending} from '../transaction/describe-trial.js';
import type {Trial} from '../transaction/open-trial.js';
import {untilOnTrial} from '../transaction/open-trial.js';
import {describeProof} from '../transaction/trial.js';
import {undoneFailure} from './carry-out.js';
import type {CommonFlags, PlainFlag} from './flags.js';
import {onTerminal} from './on-terminal.js';
import {marksForOutput, outputWidth, print, tell} from './output.js';

/** Shows a trial that began in another session until it ends, and says how it did. */
export async function lookOn(
	trial: Trial,
	machine: Machine,
	flags: CommonFlags & PlainFlag,
): Promise<void> {
	const end =
		(await untilOnTrial(trial)) ??
		(await onTerminal(flags, ({startOnlooker}) =>
			startOnlooker({machine, trial, marks: marksForOutput(flags)}),
		));
	if (end === undefined) {
		process.exitCode = exitCode.interrupted;
		sayHowToKeep(trial);
		return;
	}

	const {ending, problems} = end;
	if (ending.kind === 'kept') {
		print(`Kept as generation ${trial.record.number}, ${describeProof(ending.proof)}.`);
		problems.forEach(tell);
	} else if (problems.length > 0) {
		throw undoneFailure(end);
	} else {
		print(`The old rules are back. ${ending.reason}`);
	}
}

/** What stays on the terminal of somebody who leaves while a trial goes on. */
export function sayHowToKeep(trial: Trial): void {
	const lines = wrap(describePending(trial), outputWidth());
	print(lines.join('\n'));
	print('To keep the new ones, log in again and type: analytics-setup confirm');
	trial.close();
}
