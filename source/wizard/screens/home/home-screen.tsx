import {Box, Text} from 'ink';
import {useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import {readNamesStanding} from '../../../flow/names-standing.js';
import type {ProbeRun} from '../../../probes/probe-result.js';
import {hintFor} from '../../letters.js';
import {Choice} from '../../widgets/choice.js';
import {Frame} from '../../widgets/frame.js';
import {frameRows} from '../../widgets/frame-rows.js';
import {type Look, useLook} from '../../widgets/look.js';
import {Scroll} from '../../widgets/scroll.js';
import {useCommands} from '../../widgets/use-commands.js';
import {useTask} from '../../widgets/use-task.js';
import {type HomeChoice, homeOptions} from '../../words/home.js';
import {filesReason} from '../../words/welcome.js';
import {ReadingScreen} from '../reading-screen.js';
import {remarkLines} from '../remark-lines.js';
import type {ScreenProps} from '../screen-props.js';
import {type FactLines, fitFacts, homeFacts, nameColumns} from './home-facts.js';
import {homeHelp} from './home-help.js';

export type HomeScreenProps = ScreenProps & {
	readonly answers: Answers;
	readonly notice: string | undefined;
	/** Told of the last results before they are looked at. */
	readonly onRun: (run: ProbeRun) => void;
	readonly onLeave: () => void;
};

/** Where the wizard opens on a configured server. */
export function HomeScreen(props: HomeScreenProps) {
	const {send, machine, status, notice, onRun, onLeave} = props;
	const look = useLook();
	const [isHelp, setIsHelp] = useState(false);
	const [note, setNote] = useState('');
	const state = useHomeState(props);
	const askToLeave = () => send({type: 'asked-to-leave'});
	useCommands({q: onLeave, '?': () => setIsHelp(true)}, !isHelp);
	if (isHelp) {
		return (
			<ReadingScreen
				title="Help"
				subject="What is in effect on this server"
				status={status}
				lines={homeHelp(look.columns - 2)}
				onClose={() => setIsHelp(false)}
				onLeave={askToLeave}
			/>
		);
	}

	const choose = (choice: HomeChoice) => {
		if (choice === 'leave') {
			onLeave();
			return;
		}

		if (choice === 'last-results') {
			const run = state.run.state === 'done' ? state.run.value : undefined;
			if (run === undefined) {
				setNote('There are no results yet.');
				return;
			}

			onRun(run);
		}

		send({type: 'opened', place: choice});
	};

	const {run} = state;
	const options = homeOptions(run.state !== 'done' || run.value !== undefined);
	const remarks = remarkLines(
		[
			...(notice === undefined ? [] : [notice]),
			...(machine.backend.name === 'files' ? [filesReason] : []),
		],
		look.marks,
		look.columns - 2,
	).slice(0, mostRemarkRows(look));
	return (
		<Frame
			title="AppsAnywhere Analytics"
			status={status}
			note={note}
			hints={[
				[look.marks.arrows, 'choose'],
				['Enter', 'open'],
				['?', 'help'],
				hintFor('q'),
				['Ctrl-C', 'leave'],
			]}
		>
			<Facts
				facts={fitFacts(
					homeFacts(state),
					rowsForFacts(look, remarks.length),
					state.width - nameColumns,
				)}
			/>
			<Box marginTop={1} flexShrink={0}>
				<Choice options={options} onChoose={choose} onLeave={askToLeave} />
			</Box>
			{remarks.length > 0 && (
				<Box marginTop={1} flexShrink={0}>
					<Scroll lines={remarks} top={0} height={remarks.length} />
				</Box>
			)}
		</Frame>
	);
}

/** Looks at everything anew whenever one comes back to it. */
function useHomeState({machine, flow, answers}: HomeScreenProps) {
	const {columns} = useLook();
	const newest = useTask('newest', () => machine.transactions.newest());
	const run = useTask('run', () => machine.results.read());
	const drift = useTask('drift', async () => {
		// What was answered since is told apart from what has changed outside.
		const kept = await machine.transactions.newest();
		return flow.driftFrom(kept?.answers ?? answers);
	});
	const names = useTask('names', () => readNamesStanding(machine));
	return {newest, run, drift, names, answers, now: machine.now(), width: columns - 2};
}

/** The menu is never pushed off the screen, and of the facts one line stays. */
function mostRemarkRows({rows}: Look): number {
	return Math.max(0, rows - frameRows - homeOptions(true).length - 3);
}

function rowsForFacts({rows}: Look, remarkRows: number): number {
	const below = homeOptions(true).length + (remarkRows === 0 ? 0 : remarkRows + 1);
	return rows - frameRows - below - 1;
}

function Facts({facts}: {readonly facts: readonly FactLines[]}) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			{facts.map(({name, lines}) =>
				lines.map((line, index) => (
					<Text key={`${name} ${index}`} wrap="truncate">
						<Text dimColor>{(index === 0 ? name : '').padEnd(nameColumns)}</Text>
						{line}
					</Text>
				)),
			)}
		</Box>
	);
}
