import {Text} from 'ink';
import {lookUp} from '../presses.js';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {type Line, lastTop, Scroll} from '../widgets/scroll.js';
import {scrollDistances} from '../widgets/scroll-distances.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';

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
	const [top, scroll] = useLatest(0);
	const height = rows - frameRows;
	usePresses(press => {
		if (press.kind !== 'key') {
			return;
		}

		const distance = lookUp(scrollDistances, press.name) ?? 0;
		scroll(now => Math.min(lastTop(lines, height), Math.max(0, now + distance)));
		if (press.name === 'enter' || press.name === 'escape') {
			onClose();
		}

		if (press.name === 'interrupt') {
			onLeave();
		}
	});
	return (
		<Frame
			title={title}
			status={status}
			progress={<Text dimColor>{subject}</Text>}
			hints={[
				[marks.arrows, 'move'],
				['Esc', 'back'],
			]}
		>
			<Scroll lines={lines} top={top} height={height} />
		</Frame>
	);
}
