import {isAnswered} from '../../step.js';
import {steps} from '../../steps/index.js';
import {Frame, frameRows} from '../../widgets/frame.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';
import {filesReason} from '../../words/welcome.js';
import type {ScreenProps} from '../screen-props.js';
import {welcomeLines} from './welcome-lines.js';

/** The first screen on a server that has not been set up. */
export function WelcomeScreen({
	progress,
	send,
	machine,
	status,
	notice,
}: ScreenProps & {readonly notice: string | undefined}) {
	const {columns, rows, marks} = useLook();
	const {backend} = machine;
	const answered = steps.filter(step => isAnswered(step, progress.draft)).length;
	const isResumed = answered > 0 || Object.keys(progress.typed).length > 0;
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
	const height = rows - frameRows;
	const last = lastTop(lines, height);
	const {at, moves} = useScroll(last);
	useCommands({
		...moves,
		enter: () => send({type: 'began'}),
		interrupt: () => send({type: 'asked-to-leave'}),
	});
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			hints={[
				['Enter', isResumed ? 'go on' : 'begin'],
				...(last === 0 ? [] : ([[marks.arrows, 'move']] as const)),
				['Ctrl-C', 'leave'],
			]}
		>
			<Scroll lines={lines} top={at} height={height} />
		</Frame>
	);
}
