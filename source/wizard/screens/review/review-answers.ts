import {changedSections} from '../../../answers/changed-sections.js';
import type {Answers, Section} from '../../../answers/schema.js';
import {answerInWords, changeInWords} from '../../../reports/answers-in-words.js';
import {wrap} from '../../../reports/wrap.js';
import type {WizardStep} from '../../step.js';
import {steps} from '../../steps/index.js';
import {pointerColumns} from '../../widgets/pointer-columns.js';
import {markColumns, numbered, type ReviewItem} from './review-items.js';
import type {ReviewInput} from './review-lines.js';

/** What was answered, page by page, and what of it is not as it is in effect. */
export function answerItems(input: ReviewInput): readonly ReviewItem[] {
	return [...steps, undefined].flatMap(step => answersOn(step, input));
}

/** Without a page: what only an answers file can say. */
function answersOn(
	step: WizardStep | undefined,
	{answers, inEffect, width}: ReviewInput,
): readonly ReviewItem[] {
	const room = width - pointerColumns - markColumns - labelColumns;
	const sections = step?.sections ?? withoutPage;
	const words = sections
		.map(section => answerInWords(section, answers[section], room))
		.filter(text => text !== '');
	const changed = inEffect === undefined ? [] : changedSections(answers, inEffect);
	const changes = sections
		.filter(section => changed.includes(section))
		.map(section => tellChange(section, answers, inEffect ?? answers, room));
	const texts = [
		...(words.length === 0 ? [] : joined(words, room)),
		...sections.flatMap(section => keptAnyway(section, answers)),
		...changes,
	];
	if (texts.length === 0) {
		return [];
	}

	const label = step === undefined ? '' : numbered(step);
	const isChanged = changes.length > 0;
	return [
		{
			id: step?.id ?? 'without a page',
			lines: texts
				.flatMap(text => wrap(text, room))
				.map((text, index) => ({
					mark: {
						text: isChanged && index === 0 ? '~' : ' ',
						colour: isChanged ? 'yellow' : undefined,
					},
					text: `${(index === 0 ? label : '').padEnd(labelColumns)}${text}`,
				})),
			...(step === undefined ? {} : {leadsTo: step}),
		},
	];
}

const withoutPage: readonly Section[] = ['dns', 'extra'];

/** The number and title of a page, and two spaces. */
const labelColumns = Math.max(...steps.map(step => numbered(step).length)) + 2;

/** On one line where there is room; else what is a list has a line of its own. */
function joined(words: readonly string[], room: number): readonly string[] {
	const line = words.join('; ');
	const [first = '', ...rest] = words;
	return rest.length === 0 || line.length <= room ? [line] : [first, rest.join('; ')];
}

function tellChange<Key extends Section>(
	section: Key,
	answers: Answers,
	inEffect: Answers,
	room: number,
): string {
	return changeInWords(
		section,
		{answer: answers[section], inEffect: inEffect[section]},
		room,
	);
}

/** Why an answer was kept although what it names did not work when it was tried. */
function keptAnyway(section: Section, answers: Answers): readonly string[] {
	return Object.entries(answers.notes).flatMap(([path, reason]) => {
		const [, owner, key = '', index] = /^(\w+)\.(\w+)(?:\[(\d+)\])?$/.exec(path) ?? [];
		const value: unknown = Reflect.get(answers[section], key);
		const name = Array.isArray(value) ? value[Number(index)] : value;
		return owner === section && typeof name === 'string'
			? [`${name} kept because: ${reason}`]
			: [];
	});
}
