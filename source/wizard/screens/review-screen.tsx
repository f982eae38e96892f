import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {useMemo, useState} from 'react';
import {adviseOnAnswers} from '../../answers/advice.js';
import type {Answers} from '../../answers/schema.js';
import {messageOf} from '../../failure.js';
import {wrap} from '../../reports/wrap.js';
import {describeGeneration} from '../../transaction/describe-generation.js';
import type {Generation} from '../../transaction/generations.js';
import type {Press} from '../presses.js';
import {lookUp} from '../presses.js';
import {steps} from '../steps/index.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {type Line, lastTop, Scroll} from '../widgets/scroll.js';
import {scrollDistances} from '../widgets/scroll-distances.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';
import {useTask} from '../widgets/use-task.js';
import {Working} from '../widgets/working.js';
import {reviewLines} from './review-lines.js';
import type {ScreenProps} from './screen-props.js';

export type ReviewScreenProps = ScreenProps & {
	readonly answers: Answers;
	/** The earlier configuration that these answers are of. */
	readonly generation?: Generation | undefined;
	readonly progressLine: ReactNode;
};

/** Everything that an apply would do, in words. Nothing is applied before it. */
export function ReviewScreen(props: ReviewScreenProps) {
	const {answers, generation, machine, flow, status, send, trialSeconds} = props;
	const {columns, rows, marks} = useLook();
	const [isRaw, setIsRaw] = useState(false);
	const [top, scroll] = useLatest(0);
	const [note, setNote] = useState('');
	const task = useTask(answers, () =>
		generation === undefined ? flow.planFor(answers) : flow.planBack(generation),
	);
	const isTried =
		machine.backend.name === 'nftables' &&
		task.state === 'done' &&
		task.value.changes.length > 0;
	const promise = wrap(
		isTried ? `${notYet} ${trialPromise(trialSeconds)}` : notYet,
		columns - 2,
	);
	const height = rows - frameRows - promise.length - 1;

	const lines = useMemo((): readonly Line[] => {
		if (task.state !== 'done') {
			return [];
		}

		const {value: plan} = task;
		return isRaw
			? plan.raw.flatMap(({path, content}) => [
					{text: path, isBold: true},
					...content.split('\n').map(line => ({text: line.replaceAll('\t', '  ')})),
				])
			: reviewLines({
					plan,
					remarks: adviseOnAnswers(answers),
					backend: machine.backend,
					sshSession: machine.sshSession,
					generation: generation?.number,
					marks,
					width: columns - 2,
				});
	}, [task, isRaw, answers, generation, machine, marks, columns]);

	const save = () => {
		machine.answers.save(answers).then(
			() => setNote(`Saved, and nothing applied: ${machine.answers.path}`),
			(error: unknown) => setNote(`Not saved: ${messageOf(error)}`),
		);
	};

	const commands: Readonly<Record<string, () => void>> = {
		a() {
			if (task.state === 'done') {
				const reviewed = {plan: task.value, answers, generation};
				send({type: 'accepted', reviewed, accepted: []});
			}
		},
		r() {
			setIsRaw(!isRaw);
			scroll(() => 0);
		},
		// An earlier configuration is looked at as it is.
		...(generation === undefined ? {s: save} : {}),
	};
	const keys: Readonly<Record<string, () => void>> = {
		escape: () => send({type: 'went-back'}),
		interrupt: () => send({type: 'asked-to-leave'}),
	};
	usePresses((press: Press) => {
		if (press.kind === 'text') {
			lookUp(commands, press.text.toLowerCase())?.();
			if (generation === undefined) {
				jump(press.text, send);
			}
		}

		if (press.kind === 'key') {
			const distance = lookUp(scrollDistances, press.name) ?? 0;
			scroll(now => Math.min(lastTop(lines, height), Math.max(0, now + distance)));
			lookUp(keys, press.name)?.();
		}
	});

	return (
		<Frame
			title={
				generation === undefined
					? 'AppsAnywhere Analytics setup'
					: 'Go back to an earlier configuration'
			}
			status={status}
			progress={
				generation === undefined ? (
					props.progressLine
				) : (
					<Text wrap="truncate">To {describeGeneration(generation)}</Text>
				)
			}
			note={note}
			hints={[
				['A', machine.backend.name === 'files' ? 'write' : 'apply'],
				['R', isRaw ? 'in words' : 'raw rules'],
				...(generation === undefined
					? ([
							[`1-${steps.length}`, 'change a page'],
							['S', 'save'],
						] as const)
					: []),
				[marks.arrows, 'move'],
				['Esc', 'back'],
			]}
		>
			{task.state === 'working' && <Working doing="Working out the rules" />}
			{task.state === 'failed' && <FailureMessage failure={task.failure} />}
			{task.state === 'done' &&
				(lines.length === 0 ? (
					<Text> </Text>
				) : (
					<Scroll lines={lines} top={top} height={height} />
				))}
			<Box flexDirection="column" flexGrow={1} justifyContent="flex-end">
				{promise.map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
		</Frame>
	);
}

const notYet = 'Nothing has been changed yet.';

function trialPromise(seconds: number): string {
	return `When you apply, you have ${seconds} seconds to keep the new rules; otherwise the old ones come back by themselves.`;
}

function jump(text: string, send: ScreenProps['send']): void {
	const step = steps[Number(text) - 1];
	if (step !== undefined) {
		send({type: 'jumped', step});
	}
}
