import {Text, useApp} from 'ink';
import {type ReactNode, useMemo, useReducer, useState} from 'react';
import type {SavedDraft} from '../answers/draft-store.js';
import {type Answers, answersSchema} from '../answers/schema.js';
import {endOfTrial} from '../flow/end-of-trial.js';
import type {Flow} from '../flow/flow.js';
import type {Machine} from '../machine.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Marks} from '../reports/marks.js';
import {describeEnd} from './describe-end.js';
import {milestonesOf} from './milestones.js';
import type {SettledPlace} from './place.js';
import {advance, begin, type Progress, type WizardEvent} from './progress.js';
import {shutOutLogins} from './reviewed.js';
import {ApplyScreen} from './screens/apply-screen.js';
import {EndedScreen} from './screens/ended-screen.js';
import {GenerationsScreen} from './screens/generations-screen.js';
import {HomeScreen} from './screens/home-screen.js';
import {KnocksScreen} from './screens/knocks-screen.js';
import {LeaveScreen} from './screens/leave-screen.js';
import {ResultsScreen} from './screens/results-screen.js';
import {ReviewScreen} from './screens/review-screen.js';
import type {ScreenProps} from './screens/screen-props.js';
import {ShutOutScreen} from './screens/shut-out-screen.js';
import {StepScreen} from './screens/step-screen.js';
import {WelcomeScreen} from './screens/welcome-screen.js';
import {Shell} from './shell.js';
import {steps} from './steps/index.js';
import {TrialScreen} from './trial/trial-screen.js';
import {useDraft} from './use-draft.js';
import {ProgressLine} from './widgets/progress-line.js';

/** What a wizard begins with. */
export type Start = {
	readonly machine: Machine;
	readonly flow: Flow;
	readonly draft: SavedDraft;
	readonly isConfigured: boolean;
	/** Whether rules of ours are in effect. */
	readonly isInEffect: boolean;
	readonly marks: Marks;
	/** What the user should know at the beginning. */
	readonly notice: string | undefined;
	/** How long new rules stay without being kept. */
	readonly trialSeconds: number;
};

/** What a wizard leaves behind, for the lines that stay on the terminal. */
export type Outcome = {
	readonly run: ProbeRun | undefined;
	readonly answers: Answers | undefined;
	/** Whether it was left by Ctrl-C. */
	readonly isInterrupted: boolean;
};

/** The wizard: which screen shows follows from the progress alone. */
export function App(start: Start) {
	const {machine, flow, marks, draft, isConfigured, isInEffect, trialSeconds} = start;
	const {exit} = useApp();
	const [run, setRun] = useState<ProbeRun>();
	const [progress, send] = useReducer(
		(now: Progress, event: WizardEvent) => advance(steps, now, event),
		undefined,
		() => begin({draft: draft.answers, typed: draft.typed, isConfigured, isInEffect}),
	);
	const answers = useMemo(
		() => answersSchema.safeParse({version: 1, ...progress.draft}).data,
		[progress.draft],
	);
	useDraft(machine, progress);
	const leaveWith = (isInterrupted: boolean) => () => {
		const outcome: Outcome = {run, answers, isInterrupted};
		exit(outcome);
	};

	const status = statusOf(start, progress);
	const screen: ScreenProps = {progress, send, machine, flow, status, trialSeconds};
	return (
		<Shell
			marks={marks}
			cover={
				progress.isLeaving ? (
					<LeaveScreen send={send} status={status} onLeave={leaveWith(true)} />
				) : undefined
			}
			onLeave={leaveWith(true)}
		>
			<CurrentPlace
				screen={screen}
				answers={answers}
				notice={start.notice}
				onRun={setRun}
				onLeave={leaveWith(false)}
				onInterrupt={leaveWith(true)}
			/>
		</Shell>
	);
}

type PlaceProps = {
	readonly screen: ScreenProps;
	readonly answers: Answers | undefined;
	readonly notice: string | undefined;
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
	/** Leaves something unfinished. */
	readonly onInterrupt: () => void;
};

function CurrentPlace(props: PlaceProps) {
	const {screen, answers, notice} = props;
	const {progress} = screen;
	const {place} = progress;
	const progressLine = <ProgressLine milestones={milestonesOf(progress)} />;
	if (place.at === 'step') {
		return <StepScreen key={place.step.id} {...screen} step={place.step} />;
	}

	// Only the welcome comes before every step is answered.
	return place.at === 'welcome' || answers === undefined ? (
		<WelcomeScreen {...screen} notice={notice} />
	) : (
		<AnsweredPlace
			{...props}
			place={place}
			answers={answers}
			progressLine={progressLine}
		/>
	);
}

type AnsweredPlaceProps = Omit<PlaceProps, 'answers'> & {
	readonly place: SettledPlace;
	readonly answers: Answers;
	readonly progressLine: ReactNode;
};

/** The screens that need every answer. */
function AnsweredPlace(props: AnsweredPlaceProps) {
	const {place, screen, answers, notice, progressLine, onRun, onLeave, onInterrupt} =
		props;
	switch (place.at) {
		case 'home':
			return <HomeScreen {...screen} answers={answers} notice={notice} />;
		case 'generations':
			return <GenerationsScreen {...screen} />;
		case 'review':
			return (
				<ReviewScreen
					{...screen}
					answers={place.generation?.answers ?? answers}
					generation={place.generation}
					progressLine={progressLine}
				/>
			);
		case 'shut-out':
			return <ShutOutScreen {...screen} reviewed={place.reviewed} />;
		case 'applying':
			return (
				<ApplyScreen {...screen} reviewed={place.reviewed} accepted={place.accepted} />
			);
		case 'trial':
			return <OwnTrial {...screen} {...place} onLeave={onInterrupt} />;
		case 'ended':
			return (
				<EndedScreen
					{...screen}
					aftermath={place.aftermath}
					progressLine={progressLine}
				/>
			);
		case 'results':
			return (
				<ResultsScreen
					{...screen}
					answers={answers}
					said={place.said}
					onRun={onRun}
					onLeave={onLeave}
				/>
			);
		case 'knocks':
			return <KnocksScreen {...screen} answers={answers} />;
	}
}

type OwnTrialProps = ScreenProps &
	Omit<Extract<SettledPlace, {at: 'trial'}>, 'at'> & {readonly onLeave: () => void};

/** The trial of what was just reviewed: its end leads on. */
function OwnTrial({send, machine, status, reviewed, onTrial, onLeave}: OwnTrialProps) {
	const {trial, comparison} = onTrial;
	return (
		<TrialScreen
			trial={trial}
			machine={machine}
			progress={<Text dimColor>{status}</Text>}
			comparison={comparison}
			isShutOut={shutOutLogins(reviewed.plan).some(({isSelf}) => isSelf)}
			untilEnded={() => endOfTrial(trial, machine)}
			onEnded={end => send({type: 'ended', aftermath: describeEnd(end, trial.record)})}
			onLeave={() => {
				// Nobody waits for its end here any more, and the process can end.
				trial.close();
				onLeave();
			}}
		/>
	);
}

function statusOf({machine, marks}: Start, {draft, isInEffect, place}: Progress): string {
	const name = draft.server?.hostname ?? machine.facts.hostname;
	const inEffect =
		place.at === 'trial'
			? 'new rules on trial'
			: isInEffect
				? 'rules in effect'
				: 'nothing applied';
	const state = machine.backend.name === 'files' ? 'only files' : inEffect;
	return `${name} ${marks.separator} ${state}`;
}
