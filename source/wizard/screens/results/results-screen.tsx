import {useMemo, useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import {ownAddresses} from '../../../host/facts.js';
import {keyOf, type ProbeResult, type ProbeRun} from '../../../probes/probe-result.js';
import {compactLines} from '../../../reports/compact-lines.js';
import {partiesIn} from '../../../reports/party.js';
import {renderRun} from '../../../reports/summary.js';
import {timeOfRun} from '../../../reports/time-of-run.js';
import {useLook} from '../../widgets/look.js';
import {searchHints} from '../../widgets/search-hints.js';
import {useCommands} from '../../widgets/use-commands.js';
import {usePointer} from '../../widgets/use-pointer.js';
import {usePresses} from '../../widgets/use-presses.js';
import {useSearch} from '../../widgets/use-search.js';
import type {ScreenProps} from '../screen-props.js';
import {actsFor} from './acts-on-result.js';
import {resultLines} from './result-lines.js';
import {type Cover, canShow, ResultsCover} from './results-cover.js';
import {ResultsFrame} from './results-frame.js';
import {useResults} from './use-results.js';
import {useTakeAway} from './use-take-away.js';

export type ResultsScreenProps = ScreenProps & {
	readonly answers: Answers;
	/** What came of the apply before it. */
	readonly said?: string | undefined;
	/** What was found before, to be shown instead of probing. */
	readonly last?: ProbeRun | undefined;
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
};

/** The connections as they are proven, and then the summary. */
export function ResultsScreen(props: ResultsScreenProps) {
	const {answers, machine, flow, status, send, last, onRun, onLeave} = props;
	const {columns, marks} = useLook();
	const [cover, lay] = useState<Cover>();
	const found = useResults({flow, answers, last, onRun});
	const {results, run, tried, isRunning} = found;
	const isApplied = props.said !== undefined;
	const lines = useMemo(() => {
		const width = columns - 2;
		return resultLines(results, {answers, isRunning, isApplied, tried, marks, width});
	}, [results, answers, isRunning, isApplied, tried, marks, columns]);
	const rowLines = lines.filter(({kind}) => kind === 'result');
	const shown = rowLines.flatMap(({result}) => result ?? []);
	const pointer = usePointer(shown.map(result => ({id: keyOf(result), lines: []})));
	const selected = shown[pointer.at];
	const onInterrupt = () => send({type: 'asked-to-leave'});
	const search = useSearch({
		texts: rowLines.map(({text}) => text),
		at: pointer.at,
		goTo: pointer.goTo,
		onLeave: onInterrupt,
	});
	const server = {hostname: answers.server.hostname, from: ownAddresses(machine.facts)};
	const takeAway = useTakeAway({
		...{machine, status, topic: 'results', subject: 'What fails'},
		textOf: () => (run ? renderRun(run, server.hostname, marks).join('\n') : ''),
		linesOf: () => (run ? compactLines(partiesIn(results), run, server) : []),
		onLeave: onInterrupt,
	});

	const isCovered = canShow(cover, {result: selected, run});
	const isOnTop =
		!isCovered && takeAway.cover === undefined && !search.isOpen && !takeAway.isOpen;

	/** The keys before it may have moved on since the last redraw. */
	const pointed = () => shown[pointer.latest()];
	const tryAgain = (result: ProbeResult | undefined) => {
		if (result !== undefined && actsFor(result, found).canTry) {
			found.tryAgain(result.id);
		}
	};

	useCommands(
		{
			...pointer.moves,
			...(run === undefined
				? {}
				: {
						...takeAway.commands,
						d: () => send({type: 'opened', place: 'documents'}),
					}),
			enter: () => lay(pointed() && {kind: 'evidence'}),
			m: () => lay(actsFor(pointed(), found).message),
			l: () => lay(actsFor(pointed(), found).login),
			t: () => tryAgain(pointed()),
			p: found.probe,
			w: () => send({type: 'opened', place: 'knocks'}),
			q: onLeave,
			'?': () => lay({kind: 'help'}),
			'/': search.open,
			escape: () => send({type: 'went-back'}),
			interrupt: onInterrupt,
		},
		isOnTop,
	);
	// After the commands: what was typed between two screens goes to the first that listens.
	usePresses(found.forgetTry, isOnTop);

	if (takeAway.cover !== undefined) {
		return takeAway.cover;
	}

	if (isCovered) {
		return (
			<ResultsCover
				{...{cover, flow, machine, status, answers, server, run}}
				result={selected}
				onTried={(changed, key) => {
					found.keep(changed);
					pointer.pointAt({id: key ?? ''});
				}}
				onClose={() => lay(undefined)}
				onLeave={onInterrupt}
			/>
		);
	}

	return (
		<ResultsFrame
			{...{found, lines, selected}}
			said={props.said ?? (found.isOld && run ? `As probed ${timeOfRun(run)}` : status)}
			note={found.triedNote || takeAway.note}
			prompt={search.line ?? takeAway.line}
			hints={search.isOpen ? searchHints(marks.arrows) : takeAway.hints}
		/>
	);
}
