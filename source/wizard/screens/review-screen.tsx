import {Text} from 'ink';
import type {ReactNode} from 'react';
import {useMemo, useState} from 'react';
import {adviseOnAnswers} from '../../answers/advice.js';
import type {Answers} from '../../answers/schema.js';
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
	readonly progressLine: ReactNode;
};

/** Everything that an apply would do, in words. Nothing is applied before it. */
export function ReviewScreen(props: ReviewScreenProps) {
	const {answers, machine, flow, status, progressLine, send} = props;
	const {columns, rows, marks} = useLook();
	const [isRaw, setIsRaw] = useState(false);
	const [top, scroll] = useLatest(0);
	const [note, setNote] = useState(notYet);
	const task = useTask(answers, () => flow.planFor(answers));
	const height = rows - frameRows;

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
					marks,
					width: columns - 2,
				});
	}, [task, isRaw, answers, machine, marks, columns]);

	const commands: Readonly<Record<string, () => void>> = {
		a() {
			if (task.state === 'done' && task.value.lockedOut !== undefined) {
				setNote(
					'Not applied: you could not log in again. Change the page Support first.',
				);
			} else if (task.state === 'done') {
				send({type: 'accepted', plan: task.value});
			}
		},
		r() {
			setIsRaw(!isRaw);
			scroll(() => 0);
		},
		s() {
			machine.answers.save(answers).then(
				() => setNote(`Saved, and nothing applied: ${machine.answers.path}`),
				(error: unknown) => setNote(`Not saved: ${messageOf(error)}`),
			);
		},
	};
	const keys: Readonly<Record<string, () => void>> = {
		escape: () => send({type: 'went-back'}),
		interrupt: () => send({type: 'asked-to-leave'}),
	};
	usePresses((press: Press) => {
		if (press.kind === 'text') {
			lookUp(commands, press.text.toLowerCase())?.();
			jump(press.text, send);
		}

		if (press.kind === 'key') {
			const distance = lookUp(scrollDistances, press.name) ?? 0;
			scroll(now => Math.min(lastTop(lines, height), Math.max(0, now + distance)));
			lookUp(keys, press.name)?.();
		}
	});

	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			progress={progressLine}
			note={note}
			hints={[
				['A', machine.backend.name === 'files' ? 'write' : 'apply'],
				['R', isRaw ? 'in words' : 'raw rules'],
				[`1-${steps.length}`, 'change a page'],
				['S', 'save'],
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
		</Frame>
	);
}

const notYet =
	'Nothing has been changed yet. A number opens that page of the line above.';

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function jump(text: string, send: ScreenProps['send']): void {
	const step = steps[Number(text) - 1];
	if (step !== undefined) {
		send({type: 'jumped', step});
	}
}
