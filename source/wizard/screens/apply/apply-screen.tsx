import {Text} from 'ink';
import {useEffect, useState} from 'react';
import type {Address} from '../../../addresses/address.js';
import {applyStages} from '../../../flow/apply.js';
import {frontsOf} from '../../../flow/plan.js';
import {eventAfterApply} from '../../event-after-apply.js';
import {type Reviewed, shutOutLogins} from '../../reviewed.js';
import {standingOf} from '../../trial/standing.js';
import {Frame, type FrameProps} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {lastTop, Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useScroll} from '../../widgets/use-scroll.js';
import {useTask} from '../../widgets/use-task.js';
import {Working} from '../../widgets/working.js';
import type {ScreenProps} from '../screen-props.js';
import {type ApplyView, applyLines, type Begun} from './apply-lines.js';

export type ApplyScreenProps = ScreenProps & {
	readonly reviewed: Reviewed;
	readonly accepted: readonly Address[];
};

/** The stages of an apply, and what follows them. It cannot be left halfway. */
export function ApplyScreen(props: ApplyScreenProps) {
	const {send, status} = props;
	const {rows} = useLook();
	const {begun, endedAt, task} = useApply(props);
	const failure = task.state === 'failed' ? task.failure : undefined;
	const lines = useLines(props, {begun, endedAt, failure});
	const height = rows - frameRows;
	const {at, moves} = useScroll(lastTop(lines, height));
	useCommands(
		failure === undefined
			? moves
			: {
					...moves,
					escape: () => send({type: 'went-back'}),
					interrupt: () => send({type: 'asked-to-leave'}),
				},
	);
	return (
		<Frame
			{...(failure === undefined
				? {title: 'Applying', progress: <Working doing={whatIsDone(props)} />, hints: []}
				: failedFrame(begun))}
			status={status}
		>
			{lines.length > 0 && <Scroll lines={lines} top={at} height={height} />}
		</Frame>
	);
}

function failedFrame(begun: readonly Begun[]): Omit<FrameProps, 'status' | 'children'> {
	const isTouched = begun.some(({stage}) => stage === 'load');
	return {
		title: 'Not applied',
		progress: (
			<Text dimColor>{isTouched ? '' : 'Nothing was changed on this server.'}</Text>
		),
		hints: [
			['Esc', 'back to the review'],
			['Ctrl-C', 'leave'],
		],
	};
}

function whatIsDone({machine, reviewed}: ApplyScreenProps): string {
	if (machine.backend.name === 'files') {
		return 'Writing the files';
	}

	return reviewed.plan.changes.length === 0
		? 'No rule changes; the answers are kept'
		: 'Putting the rules into effect; this cannot be left halfway';
}

function useLines(
	{machine, trialSeconds, reviewed}: ApplyScreenProps,
	state: Pick<ApplyView, 'begun' | 'endedAt' | 'failure'>,
) {
	const {marks, columns} = useLook();
	const {plan} = reviewed;
	const isTried = machine.backend.name === 'nftables' && plan.changes.length > 0;
	const isShutOut = shutOutLogins(plan).some(({isSelf}) => isSelf);
	const hasFront = frontsOf(plan).length > 0;
	return applyLines({
		...state,
		stages: isTried ? applyStages : [],
		standing: standingOf(machine.sshSession, {hasFront}, isShutOut),
		trialSeconds,
		marks,
		width: columns - 2,
	});
}

/** Applies what was reviewed, and notes when each stage began. */
function useApply({
	send,
	flow,
	machine,
	trialSeconds,
	reviewed,
	accepted,
}: ApplyScreenProps) {
	const [begun, setBegun] = useState<readonly Begun[]>([]);
	const [endedAt, setEndedAt] = useState<number>();
	const task = useTask('apply', () =>
		flow
			.apply(reviewed.plan, reviewed.answers, {
				seconds: trialSeconds,
				accepted,
				onStage: stage => setBegun(now => [...now, {stage, at: performance.now()}]),
			})
			.finally(() => setEndedAt(performance.now())),
	);
	useEffect(() => {
		if (task.state === 'done') {
			send(eventAfterApply(task.value, machine.backend.place));
		}
	}, [task, send, machine]);
	return {begun, endedAt, task};
}
