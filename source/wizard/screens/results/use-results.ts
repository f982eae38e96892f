import {useState} from 'react';
import type {Answers} from '../../../answers/schema.js';
import type {Failure} from '../../../failure.js';
import type {Flow} from '../../../flow/flow.js';
import type {ProbeResult, ProbeRun} from '../../../probes/probe-result.js';
import {useLatest} from '../../widgets/use-latest.js';
import {useTask} from '../../widgets/use-task.js';
import {describeTry} from './describe-try.js';
import {useTries} from './use-tries.js';

export type ResultsOptions = {
	readonly flow: Pick<Flow, 'probe' | 'probeAgain'>;
	readonly answers: Answers;
	/** What was found before, to begin with instead of probing. */
	readonly last: ProbeRun | undefined;
	/** Told of each run, and of what becomes of it. */
	readonly onRun: (run: ProbeRun) => void;
};

type Found = {
	readonly results: readonly ProbeResult[];
	/** Undefined while the connections are being proven. */
	readonly run: ProbeRun | undefined;
};

export type Results = Found & {
	/** Whether they were found before this screen was opened. */
	readonly isOld: boolean;
	readonly isRunning: boolean;
	/** The ids of the rows that are tried again. */
	readonly tried: ReadonlySet<string>;
	/** What came of the last one that was; empty once it is forgotten. */
	readonly triedNote: string;
	readonly failure: Failure | undefined;
	readonly probe: () => void;
	readonly tryAgain: (id: string) => void;
	/** Takes the note away. */
	readonly forgetTry: () => void;
	readonly keep: (run: ProbeRun) => void;
};

const nothing: Found = {results: [], run: undefined};

/** The results as they come, and what can be tried again of them. */
export function useResults({flow, answers, last, onRun}: ResultsOptions): Results {
	const [found, change] = useLatest<Found>(() => foundIn(last));
	const [triedNote, setTriedNote] = useState('');
	const [round, setRound] = useState(last === undefined ? 1 : 0);
	const keep = (run: ProbeRun) => {
		change(() => foundIn(run));
		onRun(run);
	};

	const task = useTask(round, async signal => {
		if (round > 0) {
			const onResult = (result: ProbeResult) =>
				change(({results}) => ({results: [...results, result], run: undefined}));
			keep(await flow.probe(answers, {signal, onResult}));
		}
	});
	const tries = useTries(async (id, signal) => {
		const {run, results} = change(now => now);
		if (run !== undefined) {
			await flow.probeAgain(answers, {
				id,
				results,
				signal,
				change(next) {
					const before = change(now => now).run ?? run;
					const changed = next(before);
					keep(changed);
					setTriedNote(describeTry(id, before.results, changed.results));
					return changed;
				},
			});
		}
	});
	const failure = task.state === 'failed' ? task.failure : tries.failure;
	return {
		...found,
		isOld: round === 0 && found.run === last,
		isRunning: found.run === undefined && failure === undefined,
		tried: tries.ids,
		triedNote,
		failure,
		probe() {
			if (change(now => now).run !== undefined || task.state === 'failed') {
				tries.giveUp();
				change(() => nothing);
				setRound(now => now + 1);
			}
		},
		tryAgain(id) {
			if (change(now => now).run !== undefined) {
				tries.begin(id);
			}
		},
		forgetTry: () => setTriedNote(''),
		keep,
	};
}

function foundIn(run: ProbeRun | undefined): Found {
	return run === undefined ? nothing : {results: run.results, run};
}
