import {Text} from 'ink';
import {hintFor, type Letter} from '../letters.js';
import {Frame} from '../widgets/frame.js';
import {frameRows} from '../widgets/frame-rows.js';
import {useLook} from '../widgets/look.js';
import {type Line, lastTop, Scroll} from '../widgets/scroll.js';
import {searchHints} from '../widgets/search-hints.js';
import {useCommands} from '../widgets/use-commands.js';
import {useScroll} from '../widgets/use-scroll.js';
import {useSearch} from '../widgets/use-search.js';
import type {Saving} from './use-saving.js';

export type ReadingScreenProps = {
	readonly title: string;
	/** What it is about, under the title. */
	readonly subject: string;
	readonly status: string;
	readonly lines: readonly Line[];
	/** The letter that opened it, which closes it too, and what it then leads to. */
	readonly closedBy?: readonly [letter: Letter, leadsTo: string];
	/** Left out where what is read cannot be saved. */
	readonly saving?: Omit<Saving, 'open' | 'forget'> & {readonly open: () => void};
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** Something to read, which lies over another screen until it is closed. */
export function ReadingScreen(props: ReadingScreenProps) {
	const {title, subject, status, lines, closedBy, saving, onClose, onLeave} = props;
	const {rows, marks} = useLook();
	const height = rows - frameRows;
	const {at, goTo, moves} = useScroll(lastTop(lines, height));
	const texts = lines.map(({text}) => text);
	const search = useSearch({texts, at, goTo, onLeave});
	useCommands(
		{
			...moves,
			'/': search.open,
			enter: onClose,
			escape: onClose,
			...(closedBy === undefined ? {} : {[closedBy[0]]: onClose}),
			...(saving === undefined ? {} : {s: saving.open}),
			interrupt: onLeave,
		},
		!search.isOpen && saving?.isOpen !== true,
	);
	return (
		<Frame
			title={title}
			status={status}
			progress={<Text dimColor>{subject}</Text>}
			note={saving?.note}
			prompt={search.line ?? saving?.line}
			hints={
				search.isOpen
					? searchHints(marks.arrows)
					: (saving?.hints ?? [
							...(saving === undefined ? [] : [hintFor('s')]),
							[marks.arrows, 'move'],
							...(closedBy === undefined ? [] : [hintFor(...closedBy)]),
							['/', 'search'],
							['Esc', 'back'],
						])
			}
		>
			<Scroll lines={lines} top={at} height={height} found={search.found} />
		</Frame>
	);
}
