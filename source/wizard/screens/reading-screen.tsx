import {Text} from 'ink';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {type Line, lastTop, Scroll} from '../widgets/scroll.js';
import {useCommands} from '../widgets/use-commands.js';
import {useScroll} from '../widgets/use-scroll.js';
import {useSearch} from '../widgets/use-search.js';

export type ReadingScreenProps = {
	readonly title: string;
	/** What it is about, under the title. */
	readonly subject: string;
	readonly status: string;
	readonly lines: readonly Line[];
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** Something to read, which lies over another screen until it is closed. */
export function ReadingScreen(props: ReadingScreenProps) {
	const {title, subject, status, lines, onClose, onLeave} = props;
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
			interrupt: onLeave,
		},
		!search.isOpen,
	);
	return (
		<Frame
			title={title}
			status={status}
			progress={<Text dimColor>{subject}</Text>}
			prompt={search.line}
			hints={[
				[marks.arrows, 'move'],
				['/', 'search'],
				['Esc', 'back'],
			]}
		>
			<Scroll lines={lines} top={at} height={height} found={search.found} />
		</Frame>
	);
}
