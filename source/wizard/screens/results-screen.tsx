import {Text} from 'ink';
import {useMemo, useState} from 'react';
import type {Answers} from '../../answers/schema.js';
import {catalogue} from '../../catalogue/catalogue.js';
import type {Login} from '../../probes/login.js';
import {idOfLogin, loginAt} from '../../probes/login-rows.js';
import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import {countRows, groupResults, headline} from '../../reports/result-groups.js';
import {lookUp, type Press} from '../presses.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame, frameRows, type Hint} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {scrollDistances} from '../widgets/scroll-distances.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';
import {useTask} from '../widgets/use-task.js';
import {type Window, windowOf} from '../widgets/window.js';
import {EvidenceScreen} from './evidence-screen.js';
import {LoginScreen} from './login-screen.js';
import {type ResultLine, resultLines} from './result-lines.js';
import {ResultTable, remedyRows} from './result-table.js';
import type {ScreenProps} from './screen-props.js';

export type ResultsScreenProps = ScreenProps & {
	readonly answers: Answers;
	/** What came of the apply before it. */
	readonly said?: string | undefined;
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
};

/** The connections as they are proven, and then the summary. */
export function ResultsScreen(props: ResultsScreenProps) {
	const {answers, said, flow, status, send, onRun, onLeave} = props;
	const {columns, rows, marks} = useLook();
	const [results, addResult] = useLatest<readonly ProbeResult[]>([]);
	const [round, setRound] = useState(1);
	const [at, point] = useLatest(0);
	const [cover, lay] = useState<'evidence' | Login['for']>();
	const [run, setRun] = useState<ProbeRun>();
	const keep = (found: ProbeRun) => {
		addResult(() => found.results);
		setRun(found);
		onRun(found);
	};

	const task = useTask(round, async signal => {
		addResult(() => []);
		const found = await flow.probe(answers, {
			signal,
			onResult: result => addResult(now => [...now, result]),
		});
		keep(found);
		return found;
	});
	const isRunning = task.state === 'working';
	const lines = useMemo(
		() => resultLines(results, answers, isRunning, marks, columns - 2),
		[results, answers, isRunning, marks, columns],
	);
	const shown = lines.flatMap(({result}) => result ?? []);
	const selected = shown[Math.min(at, shown.length - 1)];
	const canLogIn =
		!isRunning && selected !== undefined && loginAt(selected) !== undefined;
	const logIn = () => {
		// The keys before it may have moved on since the last redraw.
		const pointed =
			shown[
				Math.min(
					point(now => now),
					shown.length - 1,
				)
			];
		lay(isRunning || pointed === undefined ? undefined : loginAt(pointed));
	};

	const tableRows = rows - frameRows - remedyRows;
	const shownLines = windowAround(lines, selected, tableRows);

	const commands: Readonly<Record<string, () => void>> = {
		enter: () => lay(selected === undefined ? undefined : 'evidence'),
		l: logIn,
		escape: () => send({type: 'went-back'}),
		interrupt: () => send({type: 'asked-to-leave'}),
		p: () => (isRunning ? undefined : setRound(round + 1)),
		w: () => send({type: 'opened', place: 'knocks'}),
		q: onLeave,
	};
	usePresses(press => {
		const key = nameOf(press);
		const distance = lookUp(scrollDistances, key) ?? 0;
		point(now => Math.max(0, Math.min(shown.length - 1, now + distance)));
		lookUp(commands, key)?.();
	}, cover === undefined);

	const uncover = {
		onClose: () => lay(undefined),
		onLeave: () => send({type: 'asked-to-leave'}),
	};
	if (cover === 'evidence' && selected !== undefined) {
		return <EvidenceScreen result={selected} status={status} {...uncover} />;
	}

	if ((cover === 'sql' || cover === 'mail') && run !== undefined) {
		const onTried = (found: ProbeRun) => {
			keep(found);
			point(() => rowsIn(found).findIndex(({id}) => id === idOfLogin({for: cover})));
		};
		return (
			<LoginScreen kind={cover} {...{answers, flow, run, status, onTried}} {...uncover} />
		);
	}

	return (
		<Frame
			title={
				isRunning
					? `${countRows(results).proven} of ${catalogue.length} rows proven`
					: headline(results, marks.separator)
			}
			status={isRunning ? 'probing' : ''}
			progress={
				<Text dimColor wrap="truncate">
					{said ?? status}
				</Text>
			}
			note={overflowNote(lines.length, shownLines)}
			hints={hintsFor(canLogIn, marks.arrows)}
		>
			{task.state === 'failed' && <FailureMessage failure={task.failure} />}
			<ResultTable
				lines={lines.slice(shownLines.first, shownLines.last)}
				selected={selected}
				height={tableRows}
			/>
		</Frame>
	);
}

/** The results in the order in which they are shown. */
function rowsIn({results}: ProbeRun): readonly ProbeResult[] {
	return groupResults(results).flatMap(group => group.results);
}

/** Whoever points at a row where one can log in knows how to move by then. */
function hintsFor(canLogIn: boolean, arrows: string): readonly Hint[] {
	return [
		...(canLogIn ? [] : ([[arrows, 'move']] as const)),
		['Enter', 'evidence'],
		...(canLogIn ? ([['L', 'log in']] as const) : []),
		['P', 'probe again'],
		['W', 'wait'],
		['Esc', 'back'],
		['Q', 'leave'],
	];
}

/** The part of the table around the selected row; a group's heading with its first row. */
function windowAround(
	lines: readonly ResultLine[],
	selected: ProbeResult | undefined,
	height: number,
): Window {
	const at = lines.findIndex(({result}) => result !== undefined && result === selected);
	return windowOf(lines.length, at <= 1 ? 0 : at, height);
}

function overflowNote(count: number, {first, last}: Window): string {
	return last - first < count ? `Lines ${first + 1} to ${last} of ${count}` : '';
}

function nameOf(press: Press): string {
	switch (press.kind) {
		case 'key':
			return press.name;
		case 'text':
			return press.text.toLowerCase();
		case 'paste':
			return '';
	}
}
