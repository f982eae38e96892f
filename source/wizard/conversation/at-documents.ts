import type {Answers} from '../../answers/schema.js';
import {asciiMarks} from '../../reports/marks.js';
import type {Paper, PaperTexts} from '../papers.js';
import type {WizardEvent} from '../progress.js';
import {textsOf} from '../texts-of.js';
import {
	documentsTitle,
	namingInWords,
	paperOptions,
	provenNote,
} from '../words/documents.js';
import {busy} from './busy.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {offerToSave} from './offer-to-save.js';
import {valueOrTold} from './tell-failure.js';

/** What the other teams need, and the answers file: to be read out, and to be saved. */
export async function atDocuments(
	conversation: Conversation,
	answers: Answers,
): Promise<WizardEvent> {
	const {talk, machine, flow} = conversation;
	talk.tell('', `${documentsTitle}.`);
	const done = await busy(talk, {
		doing: 'Names are being looked up.',
		async work() {
			const run = await machine.results.read();
			return textsOf(flow.siteFor(answers, run));
		},
	});
	const texts = valueOrTold(talk, done);
	if (texts === undefined) {
		return {type: 'went-back'};
	}

	talk.tell(provenNote(texts.run, machine.now()));
	for (;;) {
		const paper = await choose(talk, {
			options: paperOptions,
			onHelp: () =>
				talk.tell(...paperOptions.map(({label, about}) => `${label}: ${about}`)),
		});
		if (paper === 'back' || paper === undefined) {
			return {type: 'went-back'};
		}

		await handOn(conversation, paper, texts);
	}
}

async function handOn(
	conversation: Conversation,
	paper: Paper,
	texts: PaperTexts,
): Promise<void> {
	const {talk} = conversation;
	const choice = await choose(talk, {
		options: [
			{label: 'Save it as a file', value: 'save'},
			{label: 'Read it out', value: 'read'},
		],
	});
	if (choice === 'back' || choice === undefined) {
		return;
	}

	if (choice === 'read') {
		const text = texts.readable(paper, {marks: asciiMarks, width: readableColumns});
		talk.tell('', ...text.trimEnd().split('\n'), '');
	}

	talk.tell(namingInWords(paper));
	await offerToSave(conversation, {
		name: texts.fileName(paper),
		contentFor: path => texts.written(paper, path),
	});
}

/** Room for the tables of a report. */
const readableColumns = 78;
