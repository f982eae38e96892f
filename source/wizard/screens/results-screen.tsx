import {Text} from 'ink';
import {useMemo, useState} from 'react';
import type {Answers} from '../../answers/schema.js';
import type {ProbeResult, ProbeRun} from '../../probes/probe-result.js';
import {headline} from '../../reports/result-groups.js';
import {lookUp, type Press} from '../presses.js';
import {FailureMessage} from '../widgets/failure-message.js';
import {Frame, frameRows} from '../widgets/frame.js';
import {useLook} from '../widgets/look.js';
import {scrollDistances} from '../widgets/scroll-distances.js';
import {useLatest} from '../widgets/use-latest.js';
import {usePresses} from '../widgets/use-presses.js';
import {useTask} from '../widgets/use-task.js';
import {type Window, windowOf} from '../widgets/window.js';
import {EvidenceScreen} from './evidence-screen.js';
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
	const [isEvidence, setIsEvidence] = useState(false);
	const task = useTask(round, async signal => {
		addResult(() => []);
		const run = await flow.probe(answers, {
			signal,
			onResult: result => addResult(now => [...now, result]),
		});
		addResult(() => run.results);
		onRun(run);
		return run;
	});
	const isRunning = task.state === 'working';
	const lines = useMemo(
		() => resultLines(results, answers, isRunning, marks, columns - 2),
		[results, answers, isRunning, marks, columns],
	);
	const shown = lines.flatMap(({result}) => result ?? []);
	const selected = shown[Math.min(at, shown.length - 1)];

	const tableRows = rows - frameRows - remedyRows;
	const shownLines = windowAround(lines, selected, tableRows);

	const commands: Readonly<Record<string, () => void>> = {
		enter: () => setIsEvidence(selected !== undefined),
		escape: () => send({type: 'went-back'}),
		interrupt: () => send({type: 'asked-to-leave'}),
		p: () => (isRunning ? undefined : setRound(round + 1)),
		q: onLeave,
	};
	usePresses(press => {
		const key = nameOf(press);
		const distance = lookUp(scrollDistances, key) ?? 0;
		point(now => Math.max(0, Math.min(shown.length - 1, now + distance)));
		lookUp(commands, key)?.();
	}, !isEvidence);

	if (isEvidence && selected !== undefined) {
		return (
			<EvidenceScreen
				result={selected}
				status={status}
				onClose={() => setIsEvidence(false)}
				onLeave={() => send({type: 'asked-to-leave'})}
			/>
		);
	}

	return (
		<Frame
			title={headline(results, marks.separator)}
			status={isRunning ? 'probing' : ''}
			progress={
				<Text dimColor wrap="truncate">
					{said ?? status}
				</Text>
			}
			note={overflowNote(lines.length, shownLines)}
			hints={[
				[marks.arrows, 'move'],
				['Enter', 'evidence'],
				['P', 'probe again'],
				['Esc', 'back'],
				['Q', 'leave'],
			]}
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
