import type {Start} from '../../app.js';
import type {Progress} from '../../progress.js';
import {isAnswered} from '../../step.js';
import {steps} from '../../steps/index.js';
import {frameRows} from '../../widgets/frame-rows.js';
import type {Hint} from '../../widgets/hints.js';
import type {Look} from '../../widgets/look.js';
import type {Line} from '../../widgets/scroll.js';
import {filesReason} from '../../words/welcome.js';
import {welcomeLines} from './welcome-lines.js';

export type WelcomeView = {
	readonly title: string;
	readonly lines: readonly Line[];
	/** The rows for the lines. */
	readonly height: number;
	readonly hints: readonly Hint[];
};

/** All that stands on the first screen of a server that has not been set up. */
export function welcomeView(
	{machine: {backend}, notice}: Pick<Start, 'machine' | 'notice'>,
	{draft, typed}: Pick<Progress, 'draft' | 'typed'>,
	{columns, rows, marks}: Look,
): WelcomeView {
	const answered = steps.filter(step => isAnswered(step, draft)).length;
	const isResumed = answered > 0 || Object.keys(typed).length > 0;
	const height = rows - frameRows;
	const lines = welcomeLines({
		backend: backend.name,
		remarks: [
			...(notice === undefined ? [] : [notice]),
			...(backend.name === 'files'
				? [`${filesReason} They are written to ${backend.place}.`]
				: []),
		],
		before:
			answered === 0
				? undefined
				: `You answered ${answered} of ${steps.length} pages before; Enter goes on where you stopped.`,
		marks,
		width: columns - 2,
	});
	return {
		title: 'AppsAnywhere Analytics setup',
		lines,
		height,
		hints: [
			['Enter', isResumed ? 'go on' : 'begin'],
			...(lines.length <= height ? [] : ([[marks.arrows, 'move']] as const)),
			['Ctrl-C', 'leave'],
		],
	};
}
