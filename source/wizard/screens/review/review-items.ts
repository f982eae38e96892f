import {wrap} from '../../../reports/wrap.js';
import type {WizardStep} from '../../step.js';
import {steps} from '../../steps/index.js';
import {marked} from '../../widgets/lines.js';
import {pointerColumns} from '../../widgets/pointer-columns.js';
import type {Item} from '../../widgets/pointer-list.js';

/** A line of the review, or a few that belong together. */
export type ReviewItem = Item & {
	/** The page on which it can be changed. */
	readonly leadsTo?: WizardStep;
};

export type Bullet = {
	readonly id: string;
	readonly mark?: string;
	readonly colour?: string | undefined;
	/** Each begins on a line of its own. */
	readonly texts: readonly string[];
	readonly isDim?: boolean;
	readonly leadsTo?: WizardStep | undefined;
};

/** A mark and its space. */
export const markColumns = 2;

/** A mark, and beside it the text, broken where it is too wide. */
export function bullet(
	{id, mark = ' ', colour, texts, isDim = false, leadsTo}: Bullet,
	width: number,
): ReviewItem {
	const room = width - pointerColumns;
	return {
		id,
		lines: texts
			.flatMap((text, index) =>
				marked({text: index === 0 ? mark : ' ', colour}, text, room),
			)
			.map(line => ({...line, isDim})),
		...(leadsTo === undefined ? {} : {leadsTo}),
	};
}

export function heading(text: string, width: number): ReviewItem {
	return {
		id: `heading ${text}`,
		lines: wrap(text, width).map(line => ({text: line, isBold: true})),
		isPassedOver: true,
	};
}

export function gap(id: string): ReviewItem {
	return {id: `gap ${id}`, lines: [{text: ''}], isPassedOver: true};
}

/** The page that asks for a section of the answers. */
export function stepOfSection(section: string): WizardStep | undefined {
	return steps.find(({sections}) => sections.some(each => each === section));
}

/** The page whose answers a rule is made of. */
export function stepOfRule(id: string): WizardStep | undefined {
	const section = id === 'sql-browser' ? 'sql' : id;
	return steps.find(({feeds}) => feeds.includes(id)) ?? stepOfSection(section);
}

/** `2 Viewers`: a page as one tells somebody on the phone. */
export function numbered(step: WizardStep): string {
	return `${steps.indexOf(step) + 1} ${step.title}`;
}
