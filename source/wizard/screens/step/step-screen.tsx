import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {wrap} from '../../../reports/wrap.js';
import {replyNotes} from '../../inquiries/heard.js';
import {milestonesOf} from '../../milestones.js';
import {isKey, type Press} from '../../presses.js';
import type {WizardStep} from '../../step.js';
import {steps} from '../../steps/index.js';
import {Form} from '../../widgets/form.js';
import {listIn} from '../../widgets/form-lists.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {useLook} from '../../widgets/look.js';
import {ProgressLine} from '../../widgets/progress-line.js';
import {usePresses} from '../../widgets/use-presses.js';
import {feedsNote} from '../../words/feeds-note.js';
import {ReadingScreen} from '../reading-screen.js';
import type {ScreenProps} from '../screen-props.js';
import {helpLines} from './help-lines.js';
import {meaningLines} from './meaning-lines.js';
import {progressLineHints, stepHints} from './step-hints.js';
import {triedLines} from './tried-lines.js';
import {useListTools} from './use-list-tools.js';
import {useObserving} from './use-observing.js';
import {useProgressLine} from './use-progress-line.js';
import {useStepForm} from './use-step-form.js';

export type StepScreenProps = ScreenProps & {readonly step: WizardStep};

/** Shows any step: its question, its fields, and what the answer is for. */
export function StepScreen(props: StepScreenProps) {
	const {step, progress, machine, send, status} = props;
	const {columns, rows, marks} = useLook();
	const [isHelp, setIsHelp] = useState(false);
	const form = useStepForm(step, props);
	const milestones = milestonesOf(progress);
	const line = useProgressLine(milestones, index => {
		const chosen = steps[index];
		if (chosen !== step) {
			send(
				chosen === undefined
					? {type: 'opened', place: 'review'}
					: {type: 'jumped', step: chosen},
			);
		}
	});
	const sshClient = machine.sshSession?.client;
	const context = useMemo(() => ({sshClient}), [sshClient]);
	const replies = useMemo(() => replyNotes(form.heard, marks), [form.heard, marks]);
	const hint = step.hint?.(form.values, context);
	const leave = () => send({type: 'asked-to-leave'});

	const tools = useListTools(form, machine, leave);
	const observing = useObserving(step, form, machine);
	const hasKeys = line.pointed === undefined && (!tools.isOpen || tools.isPointing);

	const pressOnPage = (press: Press) => {
		if (tools.press(press) || observing.press(press)) {
			return;
		}

		if (isKey(press, 'escape') && listIn(form.latest())?.inPlace === undefined) {
			send({type: 'went-back'});
		} else if (form.press(press) === 'backwards') {
			line.enter();
		}
	};
	usePresses(press => {
		if (press.kind === 'text' && press.text === '?') {
			setIsHelp(true);
		} else if (isKey(press, 'interrupt')) {
			leave();
		} else if (!line.press(press)) {
			pressOnPage(press);
		}
	}, !isHelp && !tools.isOpen);

	if (isHelp) {
		return (
			<ReadingScreen
				title="Help"
				subject={step.title}
				status={status}
				lines={[
					...triedLines(step, form.heard, columns - 2),
					...helpLines(step, columns - 2),
				]}
				onClose={() => setIsHelp(false)}
				onLeave={leave}
			/>
		);
	}

	const hintsHere = () => {
		if (tools.isOpen) {
			return tools.hints;
		}

		return line.pointed === undefined
			? stepHints(step, form.state, marks, observing.hints)
			: progressLineHints(marks, milestones[line.pointed]?.title ?? '');
	};
	const explanation = wrap(step.explanation, columns - 2);
	const hintLines =
		hint === undefined
			? meaningLines(form, {
					width: columns - 2,
					height: rows - frameRows - explanation.length - 4,
					more: marks.more,
				})
			: wrap(hint, columns - 2);
	const used =
		2 + explanation.length + 1 + (hintLines.length === 0 ? 0 : hintLines.length + 1);
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			progress={<ProgressLine milestones={milestones} pointed={line.pointed} />}
			note={observing.note ?? feedsNote(step, marks.separator)}
			prompt={tools.line}
			hints={hintsHere()}
		>
			<Text bold>{step.question}</Text>
			<Box marginTop={1} flexDirection="column" flexShrink={0}>
				{explanation.map(text => (
					<Text key={text}>{text}</Text>
				))}
			</Box>
			<Box marginTop={1} flexShrink={0}>
				<Form
					fields={form.fields}
					state={hasKeys ? form.state : {...form.state, focus: ''}}
					values={form.values}
					faults={form.faults}
					height={rows - frameRows - used}
					context={context}
					replies={replies}
				/>
			</Box>
			{hintLines.length > 0 && (
				<Box marginTop={1} flexDirection="column" flexShrink={0}>
					{hintLines.map(text => (
						<Text key={text} dimColor>
							{text}
						</Text>
					))}
				</Box>
			)}
		</Frame>
	);
}
