import {randomInt} from 'node:crypto';
import type {ReactNode} from 'react';
import {useEffect, useState} from 'react';
import {askedFor} from '../../transaction/describe-trial.js';
import type {TrialEnd} from '../../transaction/follow-trial.js';
import type {Proof} from '../../transaction/trial.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame} from '../widgets/frame.js';
import {frameRows} from '../widgets/frame-rows.js';
import {useLook} from '../widgets/look.js';
import {lastTop, Scroll} from '../widgets/scroll.js';
import {useCommands} from '../widgets/use-commands.js';
import {usePresses} from '../widgets/use-presses.js';
import {useScroll} from '../widgets/use-scroll.js';
import {useTask} from '../widgets/use-task.js';
import type {HeldTrial} from './held-trial.js';
import {standingOf} from './standing.js';
import {trialLines} from './trial-lines.js';
import {TrialQuestion, type TrialQuestionName} from './trial-question.js';
import {trialHints, trialStatus, trialTitle} from './trial-words.js';
import {useComparison} from './use-comparison.js';
import {useLogins} from './use-logins.js';
import {useNews} from './use-news.js';

export type TrialScreenProps = HeldTrial & {
	/** Under the title: whose trial it is. */
	readonly progress: ReactNode;
	readonly onEnded: (end: TrialEnd) => void;
	/** Leaves while the trial goes on. */
	readonly onLeave: () => void;
};

/** New rules on trial: the time that is left, and every way to keep or undo them. */
export function TrialScreen(props: TrialScreenProps) {
	const {trial, machine, progress, isShutOut} = props;
	const {columns, rows, marks} = useLook();
	const news = useNews(trial);
	const logins = useLogins(machine, news);
	const compared = useComparison(props.comparison);
	const task = useEnd(props);
	// Drawn when the new rules are in effect: an answer to it has passed them.
	const [digit] = useState(() => String(randomInt(1, 10)));
	const [question, ask] = useState<TrialQuestionName>();
	const [note, setNote] = useState('');
	const {person, sshSession} = machine;
	const standing = standingOf(sshSession, trial.record, isShutOut);
	const proof = proofBy(logins[0]?.from);
	const height = rows - frameRows;
	const lines = trialLines({
		verified: news.state === 'on-trial' ? news.verified : null,
		standing,
		digit,
		logins,
		now: performance.now(),
		compared,
		marks,
		width: columns - 2,
	});

	const {at, moves} = useScroll(lastTop(lines, height));

	const keep = (by: Proof) => {
		trial.keep(person, by);
		setNote('The guard was asked to keep the new rules.');
	};

	const undo = () => {
		trial.undo(person, askedFor(person));
		setNote('The guard was asked to put the old rules back.');
	};

	const leave = () => (task.state === 'failed' ? props.onLeave() : ask('leave'));
	const isOnTop = question === undefined;
	useCommands(
		{
			...moves,
			k: () => (proof === undefined ? ask('unproven') : keep(proof)),
			u: undo,
			'?': () => ask('help'),
			interrupt: leave,
			escape: () => (task.state === 'failed' ? props.onLeave() : undefined),
		},
		isOnTop,
	);
	// Digits are no commands: the one that keeps the rules is another one each time.
	usePresses(press => {
		if (press.kind === 'text' && standing.kind === 'judged') {
			for (const typed of press.text.match(/[1-9]/g) ?? []) {
				if (typed === digit) {
					keep({kind: 'keypress', from: standing.from});
				} else {
					setNote(`That was ${typed}. ${digit} keeps the new rules.`);
				}
			}
		}
	}, isOnTop);

	const title = trialTitle(news, trial.record);
	const status = trialStatus(news);
	if (question !== undefined && task.state !== 'failed') {
		return (
			<TrialQuestion
				name={question}
				title={title}
				status={status}
				isConsole={standing.kind === 'console'}
				onKeep={() => {
					ask(undefined);
					keep({kind: standing.kind === 'console' ? 'console' : 'none'});
				}}
				onUndo={() => {
					ask(undefined);
					undo();
				}}
				onBack={() => ask(undefined)}
				onLeave={question === 'leave' ? props.onLeave : () => ask('leave')}
			/>
		);
	}

	return (
		<Frame
			title={title}
			status={status}
			progress={progress}
			note={note}
			hints={
				task.state === 'failed'
					? [['Ctrl-C', 'leave']]
					: trialHints(standing, digit, proof !== undefined)
			}
		>
			{task.state === 'failed' ? (
				<FailureMessage failure={task.failure} />
			) : (
				<Scroll lines={lines} top={at} height={height} />
			)}
		</Frame>
	);
}

/** Waits for the end of the trial, by whomever. */
function useEnd({trial, untilEnded, onEnded}: TrialScreenProps) {
	const task = useTask(trial, untilEnded);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a trial ends once.
	useEffect(() => {
		if (task.state === 'done') {
			onEnded(task.value);
		}
	}, [task]);
	return task;
}

function proofBy(from: string | undefined): Proof | undefined {
	return from === undefined ? undefined : {kind: 'new-connection', from};
}
