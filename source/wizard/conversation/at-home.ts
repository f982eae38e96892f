import type {Answers} from '../../answers/schema.js';
import {readNamesStanding} from '../../flow/names-standing.js';
import type {WizardEvent} from '../progress.js';
import {type Fact, type HomeState, homeFacts} from '../screens/home/home-facts.js';
import {homeHelp} from '../screens/home/home-help.js';
import {settled} from '../settled.js';
import {homeOptions} from '../words/home.js';
import {filesReason} from '../words/welcome.js';
import {asSentence} from './as-sentence.js';
import {busy} from './busy.js';
import {choose} from './choose.js';
import {type Conversation, Departure} from './conversation.js';
import {valueOrTold} from './tell-failure.js';

/** Where the wizard opens on a configured server. */
export async function atHome(
	conversation: Conversation,
	answers: Answers,
): Promise<WizardEvent> {
	const {talk, machine, notice} = conversation;
	talk.tell('');
	const done = await busy(talk, {
		doing: 'Looking at what is in effect.',
		work: () => readState(conversation, answers),
	});
	const state = valueOrTold(talk, done);
	talk.tell(
		...(state === undefined ? [] : homeFacts(state).flatMap(factInWords)),
		...(notice === undefined ? [] : [notice]),
		...(machine.backend.name === 'files' ? [filesReason] : []),
	);
	return chooseWhereTo(
		conversation,
		state?.run.state !== 'done' || state.run.value !== undefined,
	);
}

async function chooseWhereTo(
	{talk, machine}: Conversation,
	hasResults: boolean,
): Promise<WizardEvent> {
	const options = homeOptions(hasResults);
	const onHelp = () =>
		talk.tell(...homeHelp(Number.POSITIVE_INFINITY).map(({text}) => text));
	for (;;) {
		const choice = await choose(talk, {options, onHelp, onQuit: leave});
		if (choice === 'leave') {
			await leave();
		} else if (choice === 'back' || choice === undefined) {
			talk.tell('This is the beginning.');
		} else if (
			choice === 'last-results' &&
			(await machine.results.read()) === undefined
		) {
			talk.tell('There are no results yet.');
		} else {
			return {type: 'opened', place: choice};
		}
	}
}

/** Nothing is left unfinished here. */
async function leave(): Promise<never> {
	throw new Departure({isInterrupted: false});
}

/** So much is told of a list. */
const longest = 300;

/** Each part is looked at by itself: one that cannot be told hides no other. */
async function readState(
	{machine, flow}: Conversation,
	answers: Answers,
): Promise<HomeState> {
	const kept = machine.transactions.newest();
	const [newest, run, drift, names] = await Promise.all([
		settled(kept),
		settled(machine.results.read()),
		// What was answered since is told apart from what has changed outside.
		settled(kept.then(found => flow.driftFrom(found?.answers ?? answers))),
		settled(readNamesStanding(machine)),
	]);
	return {newest, run, drift, names, answers, now: machine.now(), width: longest};
}

function factInWords({name, texts}: Fact): readonly string[] {
	return texts.map((text, index) => asSentence(index === 0 ? `${name}: ${text}` : text));
}
