import {Box, Text} from 'ink';
import {type ReactNode, useMemo, useState} from 'react';
import {catalogue} from '../../catalogue/catalogue.js';
import {wrap} from '../../reports/wrap.js';
import type {Press} from '../presses.js';
import {judgeStep, type WizardStep} from '../step.js';
import {Form} from '../widgets/form.js';
import {
	beginForm,
	type FormState,
	pressInForm,
	previewOf,
	valuesOf,
} from '../widgets/form-state.js';
import {Frame, frameRows, type Hint} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';
import {helpLines} from './help-lines.js';
import {ReadingScreen} from './reading-screen.js';
import type {ScreenProps} from './screen-props.js';

export type StepScreenProps = ScreenProps & {
	readonly step: WizardStep;
	readonly progressLine: ReactNode;
};

/** Shows any step: its question, its fields, and what the answer is for. */
export function StepScreen(props: StepScreenProps) {
	const {step, progress, machine, send, status, progressLine} = props;
	const {columns, rows, marks} = useLook();
	const [state, change] = useLatest(() =>
		beginForm(
			step.fields,
			progress.typed[step.id] ?? step.valuesFrom(progress.draft, machine.facts),
		),
	);
	const [isHelp, setIsHelp] = useState(false);
	const values = useMemo(() => valuesOf(step.fields, state), [step, state]);
	const {faults} = useMemo(
		() => judgeStep(step, previewOf(step.fields, state), progress.draft),
		[step, state, progress.draft],
	);
	const hint = step.hint?.(values, {
		sshClient: machine.sshSession?.client,
	});

	const goOn = (now: FormState) => {
		const judged = judgeStep(step, valuesOf(step.fields, now), progress.draft);
		if (judged.faults.size === 0) {
			send({type: 'answered', step, patch: judged.patch});
			return;
		}

		const faulty = step.fields.find(({id}) =>
			[...judged.faults.keys()].some(path => path.startsWith(id)),
		);
		change(latest => ({...latest, focus: faulty?.id ?? latest.focus}));
	};

	usePresses((press: Press) => {
		if (press.kind === 'text' && press.text === '?') {
			setIsHelp(true);
			return;
		}

		if (press.kind === 'key' && (press.name === 'escape' || press.name === 'interrupt')) {
			send({type: press.name === 'escape' ? 'went-back' : 'asked-to-leave'});
			return;
		}

		let isSubmitted = false;
		const now = change(latest => {
			const changed = pressInForm(step.fields, latest, press);
			isSubmitted = changed.isSubmitted;
			return changed.state;
		});
		send({type: 'typed', step, values: previewOf(step.fields, now)});
		if (isSubmitted) {
			goOn(now);
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
				onLeave={() => send({type: 'asked-to-leave'})}
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
			progress={progressLine}
			note={feedsNote(step, marks.separator)}
			hints={hintsFor(step, state, marks.arrows)}
		>
			<Text bold>{step.question}</Text>
			<Box marginTop={1} flexDirection="column" flexShrink={0}>
				{explanation.map(line => (
					<Text key={line}>{line}</Text>
				))}
			</Box>
			<Box marginTop={1} flexShrink={0}>
				<Form
					fields={step.fields}
					state={state}
					values={values}
					faults={faults}
					height={rows - frameRows - used}
				/>
			</Box>
			{hintLines.length > 0 && (
				<Box marginTop={1} flexDirection="column">
					{hintLines.map(line => (
						<Text key={line} dimColor>
							{line}
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

function hintsFor(
	{fields}: WizardStep,
	{focus, fields: states}: FormState,
	arrows: string,
): readonly Hint[] {
	const field = fields.find(({id}) => id === focus);
	const state = states[focus];
	const isList = field?.kind === 'list' && state?.kind === 'list';
	const isOnEntry = isList && state.list.at < state.list.entries.length;
	const enter: Hint = isOnEntry
		? ['Enter', 'edit']
		: isList && state.list.edit.value !== ''
			? ['Enter', 'add']
			: ['Enter', 'next'];
	return [
		enter,
		...(isOnEntry ? ([['Del', 'remove']] as const) : []),
		[arrows, field?.kind === 'choice' ? 'choose' : 'move'],
		['Tab', 'next'],
		['Esc', 'back'],
		['?', 'help'],
		['Ctrl-C', 'leave'],
	];
}
