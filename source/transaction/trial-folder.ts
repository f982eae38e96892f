import {mkdir, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import * as z from 'zod';
import {type LayerName, layerNames} from '../firewall/layer.js';
import {codeOf} from '../host/file-errors.js';
import {isThere, replaceFile, syncFolder, writeFileWhole} from '../host/files.js';
import {makeOwnFolder} from '../host/own-files.js';
import {policyToJson} from '../policy/stored-policy.js';
import {foldersIn, generationFolder} from './folders.js';
import type {Candidate} from './generations.js';
import {noteStep} from './journal.js';
import {readJson, writeJson} from './own-json.js';
import type {Ending, TrialRecord} from './trial.js';
import {endingSchema, recordSchema} from './trial-schemas.js';

/** What every layer that is changed held before; undefined where that is damaged. */
export type Snapshots = ReadonlyMap<LayerName, string | undefined>;

/**
 * Writes down a trial, whole, before anything changes: the folder `trial` appears by one
 * rename.
 */
export async function writeTrial(
	state: string,
	record: TrialRecord,
	candidate: Candidate,
	snapshots: Snapshots,
): Promise<void> {
	const {preparing, trial, undone} = foldersIn(state);
	await writePreparation(preparing, record, candidate);
	await rm(undone, {recursive: true, force: true});
	for (const [layer, snapshot] of snapshots) {
		// As JSON: of what was cut short it shows, where a shorter script might still load.
		await writeJson(snapshotPath(preparing, layer), snapshot);
	}

	await noteStep(preparing, 'began');
	await rename(preparing, trial);
	await syncFolder(state);
}

/** Keeps a candidate that is in effect already: nothing has to be tried. */
export async function writeGeneration(
	state: string,
	record: TrialRecord,
	candidate: Candidate,
	ending: Extract<Ending, {kind: 'kept'}>,
): Promise<string> {
	const {preparing, generations} = foldersIn(state);
	const folder = generationFolder(state, record.number);
	await writePreparation(preparing, record, candidate);
	await writeJson(join(preparing, endingFile.kept), ending);
	await makeOwnFolder(generations);
	await rename(preparing, folder);
	await syncFolder(generations);
	return folder;
}

async function writePreparation(
	folder: string,
	record: TrialRecord,
	{policy, answers}: Candidate,
): Promise<void> {
	await makeOwnFolder(dirname(folder));
	await rm(folder, {recursive: true, force: true});
	await mkdir(folder, {mode: 0o700});
	await writeFileWhole(join(folder, 'policy.json'), policyToJson(policy));
	await writeJson(join(folder, 'answers.json'), answers);
	await writeJson(join(folder, 'record.json'), record);
}

/** The record of a trial, or undefined when there is none or it is damaged. */
export async function readRecord(folder: string): Promise<TrialRecord | undefined> {
	return readJson(join(folder, 'record.json'), recordSchema);
}

/** What the layers held before a trial. */
export async function readSnapshots(folder: string): Promise<Snapshots> {
	const found = await Promise.all(
		layerNames.map(async layer => {
			const path = snapshotPath(folder, layer);
			return (await isThere(path))
				? ([[layer, await readJson(path, z.string())]] as const)
				: [];
		}),
	);
	return new Map(found.flat());
}

/**
 * Ends the pending trial by one rename: whoever comes second finds nothing to rename.
 * @returns the folder it has become, or undefined when it had ended already
 */
export async function endTrial(
	state: string,
	number: number,
	ending: Ending,
): Promise<string | undefined> {
	const {trial, undone} = foldersIn(state);
	const target = ending.kind === 'kept' ? generationFolder(state, number) : undone;
	try {
		await makeOwnFolder(dirname(target));
		await writeEnding(trial, ending);
		await rename(trial, target);
		await Promise.all([syncFolder(state), syncFolder(dirname(target))]);
		return target;
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return undefined;
		}

		throw error;
	}
}

/** Not `writeJson`: it would make the folder anew when somebody else was first. */
async function writeEnding(trial: string, ending: Ending): Promise<void> {
	try {
		await replaceFile(join(trial, endingFile[ending.kind]), JSON.stringify(ending));
	} catch (error) {
		// Going back must not wait for room on the disk.
		if (ending.kind === 'kept' || codeOf(error) === 'ENOENT') {
			throw error;
		}
	}
}

/** Two names, so that whoever loses the race overwrites nothing. */
const endingFile = {kept: 'kept.json', undone: 'undone.json'} as const;

export async function readEnding(
	folder: string,
	kind: Ending['kind'],
): Promise<Ending | undefined> {
	return readJson(join(folder, endingFile[kind]), endingSchema);
}

function snapshotPath(folder: string, layer: LayerName): string {
	return join(folder, 'before', layer);
}
