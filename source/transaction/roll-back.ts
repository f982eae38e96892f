import {Failure, messageOf} from '../failure.js';
import {type Layer, layerNames} from '../firewall/layer.js';
import {readBootId} from '../host/boot.js';
import {newestGeneration} from './generations.js';
import {type JournalStep, type NoteStep, readSteps} from './journal.js';
import {readRecord, readSnapshots} from './trial-folder.js';

export type RollBackContext = {
	readonly state: string;
	readonly layers: readonly Layer[];
	readonly note: NoteStep;
};

/**
 * Puts back what every layer held before a trial that was undone. May be called again
 * after an interruption; one layer that fails does not keep the others from their turn.
 * @param folder of the trial
 * @returns what could not be put back, a sentence each
 */
export async function rollBack(
	folder: string,
	{state, layers, note}: RollBackContext,
): Promise<readonly string[]> {
	const steps = await readSteps(folder);
	const problems: string[] = [];
	// A journal that cannot be written must not keep the old rules from coming back.
	const noteIfPossible = (step: JournalStep) => note(folder, step).catch(() => undefined);
	if (steps.has('loading')) {
		await noteIfPossible('restoring');
		const snapshots = await readSnapshots(folder);
		const wanted = await layersToRestore(folder);
		for (const name of wanted.toReversed()) {
			const layer = layers.find(candidate => candidate.name === name);
			if (snapshots.has(name) && layer !== undefined) {
				problems.push(...(await restore(layer, snapshots.get(name), state)));
			}
		}
	}

	if (problems.length === 0) {
		await noteIfPossible('restored');
	}

	return problems;
}

/** A restart has emptied the kernel, and the boot unit loads what was kept last. */
async function layersToRestore(folder: string) {
	const record = await readRecord(folder);
	return record === undefined || record.bootId === (await readBootId())
		? layerNames
		: layerNames.filter(name => name !== 'ruleset');
}

async function restore(
	layer: Layer,
	snapshot: string | undefined,
	state: string,
): Promise<readonly string[]> {
	try {
		await (snapshot === undefined ? loadNewest(layer, state) : layer.restore(snapshot));
		return [];
	} catch (error) {
		return [messageOf(error)];
	}
}

/** Where what was in effect before is damaged, what was kept last is the best there is. */
async function loadNewest(layer: Layer, state: string): Promise<void> {
	const newest = await newestGeneration(state);
	if (newest === undefined) {
		throw new Failure(
			'state.damaged',
			'What was written down of the old rules is damaged.',
		);
	}

	await layer.load(newest.policy);
	await layer.verify(newest.policy);
}
