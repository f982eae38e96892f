import {Text} from 'ink';
import {useMemo, useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import {mainAddress} from '../../../host/facts.js';
import {howToKnock, knockTools} from '../../../probes/inbound/how-to-knock.js';
import {inboundRows} from '../../../probes/inbound/inbound-rows.js';
import {FailureMessage} from '../../widgets/failure-message.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useLatest} from '../../widgets/use-latest.js';
import {useScroll} from '../../widgets/use-scroll.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {knockHelp} from './knock-help.js';
import {knockLines} from './knock-lines.js';
import {useKnocks} from './use-knocks.js';

export type KnocksScreenProps = Pick<
	ScreenProps,
	'send' | 'machine' | 'flow' | 'status'
> & {
	readonly answers: Answers;
};

/** Waits for viewers and servers to connect, and tells whether they get in. */
export function KnocksScreen({
	send,
	machine: {facts},
	flow,
	status,
	answers,
}: KnocksScreenProps) {
	const {columns, rows, marks} = useLook();
	const [isHelp, setIsHelp] = useState(false);
	const [turns, turn] = useLatest(0);
	const {news, watch, hasBegun, isAnswering, toggleAnswering} = useKnocks(flow, answers);
	const {hostname} = answers.server;
	const tool = toolAfter(turns);
	const lines = useMemo(
		() =>
			knockLines({
				howTo: howToKnock(inboundRows(), hostname),
				address: mainAddress(facts),
				tool,
				hasBegun,
				news,
				marks,
				width: columns - 2,
			}),
		[hostname, facts, tool, hasBegun, news, marks, columns],
	);
	const height = rows - frameRows;
	const {at, moves} = useScroll(lastTop(lines, height));
	const askToLeave = () => send({type: 'asked-to-leave'});
	useCommands(
		{
			...moves,
			tab: () => turn(now => now + 1),
			right: () => turn(now => now + 1),
			left: () => turn(now => now - 1),
			' ': toggleAnswering,
			'?': () => setIsHelp(true),
			escape: () => send({type: 'went-back'}),
			interrupt: askToLeave,
		},
		!isHelp,
	);
	if (isHelp) {
		return (
			<ReadingScreen
				title="Help"
				subject="Waiting for the other side"
				status={status}
				lines={knockHelp(columns - 2)}
				onClose={() => setIsHelp(false)}
				onLeave={askToLeave}
			/>
		);
	}

	return (
		<Frame
			title="Waiting for the other side"
			status={status}
			progress={
				<Text dimColor wrap="truncate">
					The firewall is only watched; waiting opens nothing.
				</Text>
			}
			hints={[
				['Tab', toolAfter(turns + 1)],
				['Space', isAnswering ? 'stop answering' : 'answer'],
				[marks.arrows, 'move'],
				['?', 'help'],
				['Esc', 'back'],
			]}
		>
			{watch.state === 'failed' ? (
				<FailureMessage failure={watch.failure} />
			) : (
				<Scroll lines={lines} top={at} height={height} />
			)}
		</Frame>
	);
}

/** Round and round, either way. */
function toolAfter(turns: number) {
	const {length} = knockTools;
	return knockTools[((turns % length) + length) % length] ?? knockTools[0];
}
