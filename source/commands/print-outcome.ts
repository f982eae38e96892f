import {flowOn} from '../flow/flow.js';
import {describePerson} from '../host/person.js';
import type {Machine} from '../machine.js';
import {renderSummary} from '../reports/summary.js';
import {wrap} from '../reports/wrap.js';
import type {Outcome} from '../wizard/app.js';
import {documentsAreHere} from '../wizard/words/documents.js';
import {sayHowToKeep} from './look-on.js';
import {isConversation} from './on-terminal.js';
import {marksForOutput, outputWidth, print} from './output.js';
import type {SetupFlags} from './setup.js';
import {summaryOf} from './summary-of.js';

/** What stays on the terminal after the wizard. */
export async function printOutcome(
	{run, answers, takenOverBy}: Outcome,
	machine: Machine,
	flags: SetupFlags,
): Promise<void> {
	if (takenOverBy !== undefined) {
		print(
			`${describePerson(takenOverBy)} has taken this session over, and goes on with it.`,
		);
		print('What you answered and typed is kept there.');
		return;
	}

	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		sayHowToKeep(pending.trial);
		return;
	}

	if (run === undefined || answers === undefined) {
		print('What you answered is kept. Run analytics-setup to go on.');
		return;
	}

	if (isConversation(flags)) {
		print('What was found is kept. "analytics-setup report" tells it again.');
		print(documentsAreHere.afterwards);
		return;
	}

	const plan = await flowOn(machine).planFor(answers);
	const summary = summaryOf(machine, answers, plan, run);
	print(renderSummary(summary, marksForOutput(flags), outputWidth()));
	print(wrap(documentsAreHere.afterwards, outputWidth()).join('\n'));
}
