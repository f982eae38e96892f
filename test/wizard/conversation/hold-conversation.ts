import type {Section} from '../../../source/answers/schema.js';
import {flowOn} from '../../../source/flow/flow.js';
import type {Start} from '../../../source/wizard/app.js';
import {converse} from '../../../source/wizard/conversation/converse.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../../helpers/recorded-machine.js';
import {recordedTalk} from '../../helpers/recorded-talk.js';

const {version: _version, ...complete} = exampleAnswers;

/** Every page is answered already. */
export const answered: Partial<Start> = {draft: {answers: complete, typed: {}}};

/** All pages but one are answered. */
export function answeredBut(section: Section): Partial<Start> {
	const {[section]: _missing, ...answers} = complete;
	return {draft: {answers, typed: {}}};
}

/** A server that has been set up. */
export const configured: Partial<Start> = {...answered, isConfigured: true};

/** The wizard as a conversation, on a recorded machine. */
export function holdConversation(record: MachineRecord = {}, start: Partial<Start> = {}) {
	const machine = recordedMachine(record);
	const talk = recordedTalk();
	const outcome = converse(
		{
			machine,
			flow: flowOn(machine),
			draft: {answers: {}, typed: {}},
			isConfigured: false,
			isInEffect: false,
			notice: undefined,
			trialSeconds: 120,
			...start,
		},
		talk,
	);
	return {...talk, machine, outcome};
}

export type Held = ReturnType<typeof holdConversation>;

/** Types the number under which something is offered. */
export async function pick({says, text, answer}: Held, label: string): Promise<void> {
	const offered = `^(\\d): ${label}`;
	await says(new RegExp(offered, 'm'));
	const [, number = ''] = [...text().matchAll(new RegExp(offered, 'gm'))].at(-1) ?? [];
	await answer(/^Number/, number);
}
