import {Text} from 'ink';
import type {ProbeResult} from '../../probes/probe-result.js';
import {lookUp} from '../presses.js';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {lastTop, Scroll} from '../widgets/scroll.js';
import {scrollDistances} from '../widgets/scroll-distances.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';
import {evidenceLines} from './evidence-lines.js';

export type EvidenceScreenProps = {
	readonly result: ProbeResult;
	readonly status: string;
	readonly onClose: () => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

/** All that is known of one result. */
export function EvidenceScreen({result, status, onClose, onLeave}: EvidenceScreenProps) {
	const {columns, rows, marks} = useLook();
	const [top, scroll] = useLatest(0);
	const lines = evidenceLines(result, columns - 2);
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
			title="Evidence"
			status={status}
			progress={<Text dimColor>{result.id}</Text>}
			hints={[
				[marks.arrows, 'move'],
				['Esc', 'back'],
			]}
		>
			<Scroll lines={lines} top={top} height={height} />
		</Frame>
	);
}
