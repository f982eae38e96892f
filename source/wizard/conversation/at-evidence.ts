import type {Evidence} from '../../support/evidence.js';
import type {WizardEvent} from '../progress.js';
import {
	aboutEvidence,
	evidenceTitle,
	itemInWords,
	itemsInWords,
	namesNote,
} from '../words/evidence.js';
import {busy} from './busy.js';
import {obeyCommands} from './commands.js';
import type {Conversation} from './conversation.js';
import {offerToSave} from './offer-to-save.js';
import {valueOrTold} from './tell-failure.js';

/** What support needs to see: collected, read out as a list, and then saved. */
export async function atEvidence(conversation: Conversation): Promise<WizardEvent> {
	const {talk} = conversation;
	talk.tell('', `${evidenceTitle}.`, aboutEvidence);
	let isAnonymous = false;
	let evidence = await collect(conversation, isAnonymous);
	if (evidence === undefined) {
		return {type: 'went-back'};
	}

	await obeyCommands<never>(talk, [
		{
			words: 'save',
			letter: 's',
			does: 'saves all of it as one archive',
			async act() {
				if (evidence !== undefined) {
					const {fileName: name, archive} = evidence;
					await offerToSave(conversation, {name, contentFor: archive});
				}
			},
		},
		{
			words: 'hide names',
			letter: 'n',
			does: 'collects it again with names and addresses replaced by tokens, or with them',
			async act() {
				isAnonymous = !isAnonymous;
				evidence = await collect(conversation, isAnonymous);
			},
		},
	]);
	return {type: 'went-back'};
}

/** Tells each item as it is collected; undefined when it was given up, or could not be done. */
async function collect(
	{talk, flow}: Conversation,
	isAnonymous: boolean,
): Promise<Evidence | undefined> {
	const done = await busy(talk, {
		doing: `Collecting. ${namesNote(isAnonymous)}`,
		work: (signal, tell) =>
			flow.collectEvidence({
				signal,
				isAnonymous,
				onItem: item => tell(`${itemInWords(item)}.`),
			}),
	});
	const evidence = valueOrTold(talk, done);
	talk.tell(
		...(evidence === undefined
			? []
			: [`In all ${itemsInWords(evidence.items)}. Nothing is written yet.`]),
	);
	return evidence;
}
