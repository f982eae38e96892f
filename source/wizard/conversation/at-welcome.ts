import type {WizardEvent} from '../progress.js';
import {isAnswered} from '../step.js';
import {steps} from '../steps/index.js';
import {filesReason, welcome} from '../words/welcome.js';
import type {Conversation} from './conversation.js';
import {always, listen} from './listen.js';

/** The first words on a server that has not been set up. */
export async function atWelcome(conversation: Conversation): Promise<WizardEvent> {
	const {talk, machine, progress, notice} = conversation;
	const answered = steps.filter(step => isAnswered(step, progress.draft)).length;
	talk.tell(
		welcome.headline,
		...welcome
			.stages(machine.backend.name)
			.map((stage, index) => `${index + 1}: ${stage}`),
		...(machine.backend.name === 'files'
			? [filesReason, `They are written to ${machine.backend.place}.`]
			: []),
		...(notice === undefined ? [] : [notice]),
		...(answered === 0
			? []
			: [
					`You answered ${answered} of ${steps.length} pages before; Enter goes on where you stopped.`,
				]),
		always,
	);
	for (;;) {
		const {said} = await listen(
			talk,
			`Press Enter to ${answered === 0 ? 'begin' : 'go on'}: `,
			{onHelp: () => talk.tell(welcome.haveAtHand)},
		);
		if (said === 'line') {
			return {type: 'began'};
		}

		talk.tell('This is the beginning.');
	}
}
