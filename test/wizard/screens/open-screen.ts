import type {Answers, Draft} from '../../../source/answers/schema.js';
import {flowOn} from '../../../source/flow/flow.js';
import {begin, type WizardEvent} from '../../../source/wizard/progress.js';
import type {Reviewed} from '../../../source/wizard/reviewed.js';
import type {ScreenProps} from '../../../source/wizard/screens/screen-props.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../../helpers/recorded-machine.js';

/** The example's answers as a draft. */
const {version: _version, ...sections} = exampleAnswers;
export const exampleDraft = sections;

const status = 'analytics.uni.edu · nothing applied';

/** What a screen is given, on a recorded machine, and the events that it sends. */
export function screenOn(record: MachineRecord = {}, draft: Draft = exampleDraft) {
	const machine = recordedMachine(record);
	const sent: WizardEvent[] = [];
	const props: ScreenProps = {
		progress: begin({draft: draft, typed: {}, isConfigured: false, isInEffect: false}),
		send: event => sent.push(event),
		machine,
		flow: flowOn(machine),
		status,
		trialSeconds: 120,
	};
	return {machine, sent, props};
}

/** A plan as the review hands it on. */
export async function reviewedOn(
	{flow}: Pick<ScreenProps, 'flow'>,
	answers: Answers = exampleAnswers,
): Promise<Reviewed> {
	return {plan: await flow.planFor(answers), answers, generation: undefined};
}
