import type {Answers} from '../../answers/schema.js';
import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import type {WizardEvent} from '../progress.js';
import {chooseLogin} from './ask-login.js';
import type {Command} from './commands.js';
import type {Conversation} from './conversation.js';
import {probeAll, probeRow} from './probe.js';
import {resultsNamed, tellEvidence, tellObserved} from './tell-evidence.js';
import {tellMessage} from './tell-message.js';
import {tellSummary} from './tell-results.js';

/** What can be done with results; each act knows what came of those before it. */
export function resultsCommands(
	conversation: Conversation,
	answers: Answers,
	first: ProbeRun,
): ReadonlyArray<Command<WizardEvent>> {
	const {talk, onRun} = conversation;
	let run = first;
	const know = (found: ProbeRun | undefined) => {
		if (found !== undefined) {
			run = found;
			onRun(found);
		}
	};

	const named = (name: string): readonly ProbeResult[] => {
		const found = resultsNamed(name, run.results);
		if (found.length === 0) {
			const ids = new Set(run.results.map(({id}) => id));
			talk.tell(`No row is called "${name}". They are: ${[...ids].join(', ')}.`);
		}

		return found;
	};

	return [
		{
			words: 'evidence',
			about: 'the name of a row',
			does: 'tells what was seen there, and every way that was tried',
			async act(name) {
				tellEvidence(talk, named(name), answers);
			},
		},
		{
			words: 'observed',
			about: 'the name of a row',
			does: 'reads out every detail that was seen there',
			async act(name) {
				tellObserved(talk, named(name));
			},
		},
		{
			words: 'message',
			letter: 'm',
			does: 'reads out the text for one of those who must act',
			act: () => tellMessage(conversation, answers.server.hostname, run),
		},
		{
			words: 'try',
			letter: 't',
			about: 'the name of a row',
			does: 'tries this row again',
			async act(name) {
				const [result] = named(name);
				if (result !== undefined) {
					know(await probeRow(conversation, answers, {id: result.id, run}));
				}
			},
		},
		{
			words: 'probe',
			letter: 'p',
			does: 'tries all the rows again',
			async act() {
				know(await probeAll(conversation, answers));
				tellSummary(talk, run);
			},
		},
		{
			words: 'log in',
			letter: 'l',
			does: 'tries a login at the SQL Server or the mail relay',
			async act() {
				know(await chooseLogin(conversation, answers, run));
			},
		},
		{
			words: 'summary',
			does: 'tells once more who must act',
			async act() {
				tellSummary(talk, run);
			},
		},
		{
			words: 'wait',
			letter: 'w',
			does: 'waits for viewers and servers to connect',
			lead: () => ({type: 'opened', place: 'knocks'}),
		},
		{
			words: 'documents',
			letter: 'd',
			does: 'opens what the other teams need, and the answers file',
			lead: () => ({type: 'opened', place: 'documents'}),
		},
	];
}
