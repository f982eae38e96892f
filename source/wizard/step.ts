import {type Draft, type Section, sectionSchemas} from '../answers/schema.js';
import type {Inquiry} from '../flow/inquiries/inquiry.js';
import type {HostFacts} from '../host/facts.js';
import type {Field, HintContext, Values} from './field.js';

/** One page of questions: plain facts about it. `StepScreen` shows every one. */
export type WizardStep = {
	readonly id: string;
	/** One short word for the progress line. */
	readonly title: string;
	readonly question: string;
	/** What the answer is for, in a sentence or two. */
	readonly explanation: string;
	/** The longer story, a paragraph each, for somebody who is no firewall person. */
	readonly help: readonly string[];
	/** The connections of the vendor's list that the answer feeds. */
	readonly feeds: readonly string[];
	/** The answers that the step owns. */
	readonly sections: readonly Section[];
	readonly fields: readonly Field[];
	/** What the fields begin with: the draft, or what the machine knows. */
	readonly valuesFrom: (draft: Draft, facts: HostFacts) => Values;
	/** What the values make of the step's sections; settings it does not ask for stay. */
	readonly sectionsFrom: (
		values: Values,
		draft: Draft,
	) => {readonly [Key in Section]?: unknown};
	/**
	 * What to ask in the background about the values.
	 * @param accepted the sections that the schema accepts
	 */
	readonly inquiries?: (accepted: Draft, values: Values) => readonly Inquiry[];
	readonly hint?: (values: Values, context: HintContext) => string | undefined;
	/** Whether one can begin here to count where this server goes. */
	readonly canObserve?: boolean;
};

/** What is wrong, by the path of the answer: `sql.host`, `viewers.subnets[2]`. */
export type Faults = ReadonlyMap<string, string>;

export type Judged = {readonly patch: Draft; readonly faults: Faults};

type JudgedBefore = {
	readonly values: Values;
	readonly draft: Draft;
	readonly judged: Judged;
};

const judgedBefore = new WeakMap<WizardStep, JudgedBefore>();

/**
 * The answers that the values make, and every fault in them, by the one schema. The same
 * values are not judged twice in a row: at most keys a list of thousands is as it was.
 */
export function judgeStep(step: WizardStep, values: Values, draft: Draft): Judged {
	const before = judgedBefore.get(step);
	const isSame =
		before?.draft === draft &&
		step.fields.every(({id}) => before.values[id] === values[id]);
	const judged = isSame ? before.judged : judgeAnew(step, values, draft);
	judgedBefore.set(step, {values, draft, judged});
	return judged;
}

/** The same for values that are judged beside those of the page. */
export function judgeAnew(step: WizardStep, values: Values, draft: Draft): Judged {
	const faults = new Map<string, string>();
	const sections = Object.entries(step.sectionsFrom(values, draft));
	const patch = sections.map(([section, input]) => {
		const {data, error} = sectionSchemas[section as Section].safeParse(input);
		for (const {path, message} of error?.issues ?? []) {
			const [key, index] = path;
			const entry = index === undefined ? '' : `[${String(index)}]`;
			faults.set(`${section}.${String(key)}${entry}`, message);
		}

		return [section, data];
	});
	return {patch: Object.fromEntries(patch) as Draft, faults};
}

/** Whether all the answers of a step are there. */
export function isAnswered(step: WizardStep, draft: Draft): boolean {
	return step.sections.every(section => draft[section] !== undefined);
}
