import {readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {remembered} from '../addresses/remembered.js';
import {checkAnswers} from '../answers/check.js';
import type {Answers} from '../answers/schema.js';
import {codeOf} from '../host/file-errors.js';
import {readOwnFile} from '../host/own-files.js';
import type {Policy} from '../policy/policy.js';
import {policyFromJson} from '../policy/stored-policy.js';
import {foldersIn, generationFolder} from './folders.js';
import {readJson} from './own-json.js';
import type {Ending, TrialRecord} from './trial.js';
import {endingSchema, recordSchema} from './trial-schemas.js';

/** A configuration that was kept. */
export type Generation = {
	readonly number: number;
	readonly folder: string;
	readonly record: TrialRecord;
	readonly ending: Extract<Ending, {kind: 'kept'}>;
	readonly policy: Policy;
	readonly answers: Answers;
};

/** How many are kept. */
const generationLimit = 10;

/** The kept generations, newest first; one that is damaged is passed over. */
export async function readGenerations(state: string): Promise<readonly Generation[]> {
	const numbers = await generationNumbers(state);
	const found = await Promise.all(numbers.map(number => readGeneration(state, number)));
	return found.flatMap(generation => generation ?? []);
}

/** The newest generation that is whole; undefined when nothing was ever kept. */
export async function newestGeneration(state: string): Promise<Generation | undefined> {
	for (const number of await generationNumbers(state)) {
		const generation = await readGeneration(state, number);
		if (generation !== undefined) {
			return generation;
		}
	}

	return undefined;
}

/** The number that no generation ever had. */
export async function nextNumber(state: string): Promise<number> {
	const [newest = 0] = await generationNumbers(state);
	return newest + 1;
}

export async function readGeneration(
	state: string,
	number: number,
): Promise<Generation | undefined> {
	const folder = generationFolder(state, number);
	const [record, ending, candidate] = await Promise.all([
		readJson(join(folder, 'record.json'), recordSchema),
		readJson(join(folder, 'kept.json'), endingSchema),
		readCandidate(folder),
	]);
	return record === undefined || ending?.kind !== 'kept' || candidate === undefined
		? undefined
		: {number, folder, record, ending, ...candidate};
}

/** What a trial or a generation puts into effect. */
export type Candidate = Pick<Generation, 'policy' | 'answers'>;

export async function readCandidate(folder: string): Promise<Candidate | undefined> {
	const [policyText = '', answersText = 'null'] = await Promise.all([
		readOwnFile(join(folder, 'policy.json')),
		readOwnFile(join(folder, 'answers.json')),
	]);
	const {policy} = readPolicy(policyText);
	const {answers} = readAnswers(answersText);
	return policy === undefined || answers === undefined ? undefined : {policy, answers};
}

/** The new one, the one before, and none: each step of a trial reads them again. */
const few = 3;

const readPolicy = remembered(text => ({policy: policyFromJson(text)}), few);

const readAnswers = remembered((text): Pick<Partial<Candidate>, 'answers'> => {
	try {
		const {answers} = checkAnswers(JSON.parse(text));
		return answers === undefined ? {} : {answers};
	} catch {
		return {};
	}
}, few);

/** Lets go of all but the newest. */
export async function removeOldGenerations(state: string): Promise<void> {
	const numbers = await generationNumbers(state);
	await Promise.all(
		numbers
			.slice(generationLimit)
			.map(number => rm(generationFolder(state, number), {recursive: true, force: true})),
	);
}

/** Newest first. */
async function generationNumbers(state: string): Promise<readonly number[]> {
	try {
		const names = await readdir(foldersIn(state).generations);
		return names
			.filter(name => /^\d{4,}$/.test(name))
			.map(Number)
			.toSorted((a, b) => b - a);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return [];
		}

		throw error;
	}
}
