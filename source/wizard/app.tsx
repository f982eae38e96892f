import {Box, useApp, useWindowSize} from 'ink';
import {type ReactNode, useEffect, useMemo, useReducer, useRef, useState} from 'react';
import type {SavedDraft} from '../answers/draft-store.js';
import {type Answers, answersSchema} from '../answers/schema.js';
import type {Flow} from '../flow/flow.js';
import type {Machine} from '../machine.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Marks} from '../reports/marks.js';
import {
	advance,
	begin,
	type Progress,
	type SettledPlace,
	type WizardEvent,
} from './progress.js';
import {ApplyScreen} from './screens/apply-screen.js';
import {HomeScreen} from './screens/home-screen.js';
import {LeaveScreen} from './screens/leave-screen.js';
import {ResultsScreen} from './screens/results-screen.js';
import {ReviewScreen} from './screens/review-screen.js';
import type {ScreenProps} from './screens/screen-props.js';
import {StepScreen} from './screens/step-screen.js';
import {TooSmallScreen} from './screens/too-small-screen.js';
import {WelcomeScreen} from './screens/welcome-screen.js';
import {isAnswered} from './step.js';
import {steps} from './steps/index.js';
import {ActiveContext} from './widgets/active.js';
import {LookContext} from './widgets/look.js';
import {type Milestone, ProgressLine} from './widgets/progress-line.js';

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
};

/** What a wizard leaves behind, for the lines that stay on the terminal. */
export type Outcome = {
	readonly run: ProbeRun | undefined;
	readonly answers: Answers | undefined;
	/** Whether it was left by Ctrl-C. */
	readonly isInterrupted: boolean;
};

const smallest = {columns: 60, rows: 20} as const;

/** The wizard: which screen shows follows from the progress alone. */
export function App(start: Start) {
	const {machine, flow, marks, draft, isConfigured, isInEffect} = start;
	const {columns, rows} = useWindowSize();
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

	const look = useMemo(() => ({marks, columns, rows}), [marks, columns, rows]);

	const isTooSmall = columns < smallest.columns || rows < smallest.rows;
	const isCovered = progress.isLeaving || isTooSmall;
	const status = statusOf(start, progress);
	const screen: ScreenProps = {progress, send, machine, flow, status};
	return (
		<LookContext value={look}>
			<ActiveContext value={!isCovered}>
				<Box display={isCovered ? 'none' : 'flex'}>
					<CurrentPlace
						screen={screen}
						answers={answers}
						notice={start.notice}
						onRun={setRun}
						onLeave={leaveWith(false)}
					/>
				</Box>
			</ActiveContext>
			{isTooSmall && <TooSmallScreen smallest={smallest} onLeave={leaveWith(true)} />}
			{progress.isLeaving && !isTooSmall && (
				<LeaveScreen send={send} status={status} onLeave={leaveWith(true)} />
			)}
		</LookContext>
	);
}

type PlaceProps = {
	readonly screen: ScreenProps;
	readonly answers: Answers | undefined;
	readonly notice: string | undefined;
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
};

function CurrentPlace({screen, answers, notice, onRun, onLeave}: PlaceProps) {
	const {progress} = screen;
	const {place} = progress;
	const progressLine = <ProgressLine milestones={milestones(progress)} />;
	if (place.at === 'step') {
		return (
			<StepScreen
				key={place.step.id}
				{...screen}
				step={place.step}
				progressLine={progressLine}
			/>
		);
	}

	// Only the welcome comes before every step is answered.
	return place.at === 'welcome' || answers === undefined ? (
		<WelcomeScreen {...screen} notice={notice} />
	) : (
		<AnsweredPlace
			place={place}
			screen={screen}
			answers={answers}
			progressLine={progressLine}
			onRun={onRun}
			onLeave={onLeave}
		/>
	);
}

type AnsweredPlaceProps = Omit<PlaceProps, 'answers' | 'notice'> & {
	readonly place: SettledPlace;
	readonly answers: Answers;
	readonly progressLine: ReactNode;
};

/** The screens that need every answer. */
function AnsweredPlace(props: AnsweredPlaceProps) {
	const {place, screen, answers, progressLine, onRun, onLeave} = props;
	switch (place.at) {
		case 'home':
			return <HomeScreen {...screen} answers={answers} />;
		case 'review':
			return <ReviewScreen {...screen} answers={answers} progressLine={progressLine} />;
		case 'applying':
			return <ApplyScreen {...screen} answers={answers} plan={place.plan} />;
		case 'results':
			return (
				<ResultsScreen {...screen} answers={answers} onRun={onRun} onLeave={onLeave} />
			);
	}
}

/** Keeps the draft at every page, and when the wizard ends in whatever way. */
function useDraft({drafts}: Machine, progress: Progress): void {
	const {draft, typed, place} = progress;
	const latest = useRef({answers: draft, typed});
	latest.current = {answers: draft, typed};
	const isOpen = place.at === 'step' || place.at === 'review';
	const initial = useRef(draft);
	useEffect(() => {
		if (isOpen && draft !== initial.current) {
			drafts.save({answers: draft, typed: latest.current.typed});
		}
	}, [drafts, draft, isOpen]);
	useEffect(
		() => () => {
			const {answers, typed: unfinished} = latest.current;
			const isChanged = answers !== initial.current || Object.keys(unfinished).length > 0;
			if (isOpen && isChanged) {
				drafts.save(latest.current);
			}
		},
		[drafts, isOpen],
	);
}

function milestones({place, draft}: Progress): readonly Milestone[] {
	const here = place.at === 'step' ? place.step : undefined;
	return [
		...steps.map(
			step =>
				({
					title: step.title,
					state: step === here ? 'here' : isAnswered(step, draft) ? 'done' : 'to-come',
				}) as const,
		),
		{title: 'Review', state: place.at === 'review' ? 'here' : 'to-come'},
	];
}

function statusOf({machine, marks}: Start, {draft, isInEffect}: Progress): string {
	const name = draft.server?.hostname ?? machine.facts.hostname;
	const state =
		machine.backend.name === 'files'
			? 'only files'
			: isInEffect
				? 'rules in effect'
				: 'nothing applied';
	return `${name} ${marks.separator} ${state}`;
}
