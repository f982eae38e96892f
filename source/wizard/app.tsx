import {useMemo, useReducer, useState} from 'react';
import type {SavedDraft} from '../answers/draft-store.js';
import type {Answers} from '../answers/schema.js';
import type {Flow} from '../flow/flow.js';
import type {Person} from '../host/person.js';
import type {Machine} from '../machine.js';
import type {ProbeRun} from '../probes/probe-result.js';
import type {Marks} from '../reports/marks.js';
import {answersOf} from './answers-of.js';
import {CurrentPlace} from './current-place.js';
import {beginAt} from './go-on-at.js';
import {advance, type Progress, type WizardEvent} from './progress.js';
import {LeaveScreen} from './screens/leave-screen.js';
import type {ScreenProps} from './screens/screen-props.js';
import {Shell} from './shell.js';
import {statusOf} from './status-of.js';
import {steps} from './steps/index.js';
import {useDraft} from './use-draft.js';
import {useExit} from './use-exit.js';
import {useSession} from './use-session.js';

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
	/** The page on which another session was that goes on here. */
	readonly page?: string | undefined;
};

/** What a wizard leaves behind, for the lines that stay on the terminal. */
export type Outcome = {
	readonly run: ProbeRun | undefined;
	readonly answers: Answers | undefined;
	/** Whether it was left by Ctrl-C, or taken over. */
	readonly isInterrupted: boolean;
	/** Who goes on with it in another session. */
	readonly takenOverBy?: Person;
};

/** The wizard: which screen shows follows from the progress alone. */
export function App(start: Start) {
	const {machine, flow, marks, trialSeconds} = start;
	const exit = useExit();
	const [run, setRun] = useState<ProbeRun>();
	const [progress, send] = useReducer(
		(now: Progress, event: WizardEvent) => advance(steps, now, event),
		undefined,
		() => beginAt(start),
	);
	const answers = useMemo(() => answersOf(progress.draft), [progress.draft]);
	useDraft(machine, progress);
	const leave = (outcome: Pick<Outcome, 'isInterrupted' | 'takenOverBy'>) =>
		exit({run, answers, ...outcome} satisfies Outcome);
	const leaveWith = (isInterrupted: boolean) => () => leave({isInterrupted});
	useSession(progress, takenOverBy => leave({isInterrupted: true, takenOverBy}));

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
				run={run}
				onRun={setRun}
				onLeave={leaveWith(false)}
				onInterrupt={leaveWith(true)}
			/>
		</Shell>
	);
}
