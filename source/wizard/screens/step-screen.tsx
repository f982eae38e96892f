import {Box, Text} from 'ink';
import {useState} from 'react';
import {catalogue} from '../../catalogue/catalogue.js';
import {wrap} from '../../reports/wrap.js';
import {milestonesOf} from '../milestones.js';
import {isKey, type Press} from '../presses.js';
import type {WizardStep} from '../step.js';
import {steps} from '../steps/index.js';
import {Form} from '../widgets/form.js';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {ProgressLine} from '../widgets/progress-line.js';
import {usePresses} from '../widgets/use-presses.js';
import {helpLines} from './help-lines.js';
import {ReadingScreen} from './reading-screen.js';
import type {ScreenProps} from './screen-props.js';
import {progressLineHints, stepHints} from './step-hints.js';
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
	const hint = step.hint?.(form.values, {sshClient: machine.sshSession?.client});
	const leave = () => send({type: 'asked-to-leave'});

	const pressOnPage = (press: Press) => {
		if (isKey(press, 'escape')) {
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
	}, !isHelp);

	if (isHelp) {
		return (
			<ReadingScreen
				title="Help"
				subject={step.title}
				status={status}
				lines={helpLines(step, columns - 2)}
				onClose={() => setIsHelp(false)}
				onLeave={leave}
			/>
		);
	}

	const explanation = wrap(step.explanation, columns - 2);
	const hintLines = hint === undefined ? [] : wrap(hint, columns - 2);
	const used =
		2 + explanation.length + 1 + (hintLines.length === 0 ? 0 : hintLines.length + 1);
	return (
		<Frame
			title="AppsAnywhere Analytics setup"
			status={status}
			progress={<ProgressLine milestones={milestones} pointed={line.pointed} />}
			note={feedsNote(step, marks.separator)}
			hints={
				line.pointed === undefined
					? stepHints(step, form.state, marks.arrows)
					: progressLineHints(marks)
			}
		>
			<Text bold>{step.question}</Text>
			<Box marginTop={1} flexDirection="column" flexShrink={0}>
				{explanation.map(text => (
					<Text key={text}>{text}</Text>
				))}
			</Box>
			<Box marginTop={1} flexShrink={0}>
				<Form
					fields={step.fields}
					state={form.state}
					values={form.values}
					faults={form.faults}
					height={rows - frameRows - used}
				/>
			</Box>
			{hintLines.length > 0 && (
				<Box marginTop={1} flexDirection="column">
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

/** Which rows of the vendor's list the answer feeds. */
function feedsNote({feeds}: WizardStep, separator: string): string {
	const rows = catalogue.filter(({id}) => feeds.includes(id));
	const named = rows.map(({port, destination, direction}) =>
		direction === 'outbound' && destination !== undefined
			? `${port} to ${destination}`
			: `${port} ${direction}`,
	);
	return rows.length === 0 ? '' : `In the vendor's list: ${named.join(` ${separator} `)}`;
}
