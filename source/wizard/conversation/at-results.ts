import type {Answers} from '../../answers/schema.js';
import type {SettledPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {documentsAreHere} from '../words/documents.js';
import {obeyCommands} from './commands.js';
import {type Conversation, Departure} from './conversation.js';
import {probeAll} from './probe.js';
import {resultsCommands} from './results-commands.js';
import {tellSummary} from './tell-results.js';

/** The connections as they are proven, and then who must act. */
export async function atResults(
	conversation: Conversation,
	{said, isFresh}: Extract<SettledPlace, {at: 'results'}>,
	answers: Answers,
): Promise<WizardEvent> {
	const {talk, machine, onRun} = conversation;
	talk.tell('', ...(said === undefined ? [] : [said]));
	const known = isFresh ? undefined : await machine.results.read();
	const run = known ?? (await probeAll(conversation, answers));
	if (run === undefined) {
		return {type: 'went-back'};
	}

	onRun(run);
	tellSummary(talk, run);
	talk.tell(...(said === undefined ? [] : [documentsAreHere.inWords]));
	const next = await obeyCommands(talk, resultsCommands(conversation, answers, run), {
		// Nothing is left unfinished here.
		async onQuit() {
			throw new Departure({isInterrupted: false});
		},
	});
	return next === undefined || next === 'back' ? {type: 'went-back'} : next;
}
