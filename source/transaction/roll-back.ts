import {messageOf} from '../failure.js';
import {type Layer, layerNames} from '../firewall/layer.js';
import {readBootId} from '../host/boot.js';
import {type JournalStep, type NoteStep, readSteps} from './journal.js';
import {readRecord, readSnapshots} from './trial-folder.js';

export type RollBackContext = {
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
	{layers, note}: RollBackContext,
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
			const snapshot = snapshots.get(name);
			const layer = layers.find(candidate => candidate.name === name);
			if (snapshot !== undefined && layer !== undefined) {
				problems.push(...(await restore(layer, snapshot)));
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
	return record?.bootId === (await readBootId())
		? layerNames
		: layerNames.filter(name => name !== 'ruleset');
}

async function restore(layer: Layer, snapshot: string): Promise<readonly string[]> {
	try {
		await layer.restore(snapshot);
		return [];
	} catch (error) {
		return [messageOf(error)];
	}
}
