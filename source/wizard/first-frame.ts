import type {Start} from './app.js';
import {beginAt} from './go-on-at.js';
import {welcomeView} from './screens/welcome/welcome-view.js';
import {statusOf} from './status-of.js';
import type {Size} from './terminal/screen.js';
import {smallest} from './widgets/frame-rows.js';
import {hintsThatFit} from './widgets/hints.js';
import type {Line} from './widgets/scroll.js';

/**
 * The welcome as Ink will draw it: somebody who reads it need not wait until Ink, which
 * takes longer to load than all before it, is there for their keys.
 * @returns undefined where the wizard begins elsewhere, or the welcome does not fit whole
 */
export function firstFrame(start: Start, {columns, rows}: Size): string | undefined {
	const {marks} = start;
	const progress = beginAt(start);
	const status = statusOf(start, progress);
	const view = welcomeView(start, progress, {marks, columns, rows});
	const {title, lines, height} = view;
	const between = columns - 2 - title.length - status.length;
	const isWhole = between > 0 && lines.length <= height && columns >= smallest.columns;
	if (progress.place.at !== 'welcome' || !isWhole || rows < smallest.rows) {
		return undefined;
	}

	const rule = styled('dim', marks.rule.repeat(columns));
	const hints = hintsThatFit(view.hints, marks, columns - 2).map(
		([key, does]) => `${styled('bold', key)} ${does}`,
	);
	const blank = Array.from({length: height - lines.length + 1}, () => '');
	return [
		` ${styled('bold', title)}${' '.repeat(between)}${status}`,
		'',
		rule,
		...lines.map(line => ` ${drawn(line)}`),
		...blank,
		rule,
		` ${hints.join(` ${marks.separator} `)}`,
	].join('\n');
}

function drawn({mark, text, isBold, isDim}: Line): string {
	const style = isBold ? 'bold' : isDim ? 'dim' : undefined;
	const before = mark === undefined ? '' : markOf(mark);
	return before + (style === undefined ? text : styled(style, text));
}

function markOf({text, colour}: NonNullable<Line['mark']>): string {
	const bold = styled('bold', `${text} `);
	return colour === 'yellow' ? styled('yellow', bold) : bold;
}

/** ECMA-48 SGR: how each begins and ends. */
const styles = {bold: [1, 22], dim: [2, 22], yellow: [33, 39]} as const;

function styled(style: keyof typeof styles, text: string): string {
	const [begin, end] = styles[style];
	return `\u001B[${begin}m${text}\u001B[${end}m`;
}
