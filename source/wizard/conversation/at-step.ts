import {isAt} from '../../answers/answer-path.js';
import {beginObserving, observingInWords} from '../begin-observing.js';
import type {Value, Values} from '../field.js';
import {milestonesOf} from '../milestones.js';
import type {StepPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {helpLines} from '../screens/step/help-lines.js';
import {openPage} from '../screens/step/step-page.js';
import {type Faults, judgeStep, type WizardStep} from '../step.js';
import {shownFields} from '../widgets/form-state.js';
import {feedsNote} from '../words/feeds-note.js';
import {askField} from './ask-field.js';
import type {Commands} from './choose.js';
import type {Conversation} from './conversation.js';
import {endPage} from './end-page.js';

/** A page of questions, one after the other. */
export async function atStep(
	conversation: Conversation,
	{step}: StepPlace,
): Promise<WizardEvent> {
	const {talk, machine, progress, send} = conversation;
	const {draft, typed} = progress;
	const context = {sshClient: machine.sshSession?.client};
	const page = openPage(step, draft, machine.facts);
	let values: Values = typed[step.id] ?? step.valuesFrom(draft, machine.facts);
	let at = 0;
	tellPage(conversation, step);
	for (;;) {
		const field = shownFields(step.fields, values)[at];
		if (field === undefined) {
			const end = await endPage(conversation, page, values);
			if (end.kind === 'answered') {
				return end.event;
			}

			const {again} = end;
			at = Math.max(
				0,
				shownFields(step.fields, values).findIndex(({id}) => id === again),
			);
			continue;
		}

		const change = (value: Value) => {
			values = {...values, [field.id]: value};
			send({type: 'typed', step, values});
		};
		const reply = await askField({
			talk,
			field,
			values,
			commands: commandsOf(conversation, step),
			context,
			textFiles: machine.textFiles,
			faultsIn: value =>
				faultsAt(field.id, judgeStep(step, {...values, [field.id]: value}, draft).faults),
			tellHelp: () => tellHelp(conversation, step),
			onTyped: change,
		});
		if (reply !== 'back') {
			change(reply.value);
			at += 1;
		} else if (at === 0) {
			return {type: 'went-back'};
		} else {
			at -= 1;
		}
	}
}

/** Where we are, what is asked, and what for. */
function tellPage({talk, progress}: Conversation, step: WizardStep): void {
	const milestones = milestonesOf(progress);
	const at = milestones.findIndex(({state}) => state === 'here');
	const note = feedsNote(step, 'and');
	talk.tell(
		'',
		`Page ${at + 1} of ${milestones.length}: ${step.title}.`,
		step.question,
		step.explanation,
		...(note === '' ? [] : [`${note}.`]),
		...(step.canObserve === true ? [`The word observe ${observingInWords}.`] : []),
	);
}

/** What can be typed beside an answer. */
function commandsOf({talk, machine}: Conversation, step: WizardStep): Commands {
	return step.canObserve === true
		? {observe: async () => talk.tell(await beginObserving(machine))}
		: {};
}

function tellHelp({talk}: Conversation, step: WizardStep): void {
	const lines = helpLines(step, Number.POSITIVE_INFINITY).map(({text}) => text.trim());
	talk.tell(...lines.filter(line => line !== ''));
}

/** What is wrong with one field, and with the entries of its list. */
function faultsAt(id: string, faults: Faults): Faults {
	return new Map([...faults].filter(([path]) => isAt(id, path)));
}
