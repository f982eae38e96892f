import {Box, Text} from 'ink';
import {useState} from 'react';
import {wrap} from '../../../reports/wrap.js';
import {hintFor} from '../../letters.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';
import {Working} from '../../widgets/working.js';
import {
	aboutEvidence,
	evidenceTitle,
	itemsInWords,
	namesNote,
} from '../../words/evidence.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {useSaving} from '../use-saving.js';
import {evidenceHelp} from './evidence-help.js';
import {itemLines} from './item-lines.js';
import {type Collecting, useCollecting} from './use-collecting.js';

/** What support needs to see: collected, shown as a list, and then saved. */
export function CollectScreen(
	props: Pick<ScreenProps, 'send' | 'machine' | 'flow' | 'status'>,
) {
	const {send, machine, flow, status} = props;
	const {columns, rows, marks} = useLook();
	const [isHelp, setIsHelp] = useState(false);
	const collecting = useCollecting(flow);
	const {items, task, isAnonymous, turnNames} = collecting;
	const onLeave = () => send({type: 'asked-to-leave'});
	const saving = useSaving({documents: machine.documents, onLeave});
	const width = columns - 2;
	const about = wrap(aboutEvidence, width);
	const lines = itemLines(items, marks, width);
	const height = rows - frameRows - about.length - 1;
	const last = lastTop(lines, height);
	const {at, moves} = useScroll(last);
	useCommands(
		{
			...moves,
			n: turnNames,
			s() {
				if (task.state === 'done') {
					const {fileName: name, archive} = task.value;
					saving.open({name, contentFor: archive});
				}
			},
			'?': () => setIsHelp(true),
			escape: () => send({type: 'went-back'}),
			interrupt: onLeave,
		},
		!isHelp && !saving.isOpen,
	);
	if (isHelp) {
		return (
			<ReadingScreen
				title="Help"
				subject={evidenceTitle}
				status={status}
				lines={evidenceHelp(width)}
				onClose={() => setIsHelp(false)}
				onLeave={onLeave}
			/>
		);
	}

	return (
		<Frame
			title={evidenceTitle}
			status={status}
			progress={<Progress {...collecting} />}
			note={saving.note === '' ? namesNote(isAnonymous) : saving.note}
			prompt={saving.line}
			hints={
				saving.hints ?? [
					...(task.state === 'done' ? [hintFor('s')] : []),
					hintFor('n', isAnonymous ? 'show names' : 'hide names'),
					[marks.arrows, 'move'],
					['?', 'help'],
					['Esc', 'back'],
					['Ctrl-C', 'leave'],
				]
			}
		>
			<Box flexDirection="column" flexShrink={0}>
				{about.map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
			<Box flexDirection="column" flexShrink={0} marginTop={1}>
				{task.state === 'failed' && <FailureMessage failure={task.failure} />}
				{/* What comes in is at the end of the list. */}
				<Scroll
					lines={lines}
					top={task.state === 'working' ? last : at}
					height={height}
				/>
			</Box>
		</Frame>
	);
}

/** How much there is, and whether there is more to come. */
function Progress({items, task}: Collecting) {
	const words = itemsInWords(items);
	if (task.state === 'working') {
		const doing = items.length === 0 ? 'Looking at this server' : `${words} so far`;
		return <Working doing={doing} />;
	}

	return <Text dimColor>{task.state === 'done' ? `${words}, not written yet` : ''}</Text>;
}
