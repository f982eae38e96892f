import {join} from 'node:path';
import * as z from 'zod';
import {readBootId} from '../host/boot.js';
import {readJson, writeJson} from './own-json.js';

/** What is written down of a trial once its rules stand whole. */
export type TrialStanding = {
	/** When the old rules return, in milliseconds since this boot. */
	readonly deadline: number;
	/** The inbound connections that were open when the rules changed, `10.40.0.7 50022`. */
	readonly connections: readonly string[];
};

const schema = z.object({
	deadline: z.number(),
	connections: z.array(z.string()),
	bootId: z.string(),
});

/** @param trial the folder of the trial */
export async function writeTrialStanding(
	trial: string,
	standing: TrialStanding,
): Promise<void> {
	await writeJson(pathIn(trial), {...standing, bootId: await readBootId()});
}

/** Undefined before they stood whole, and in another boot, by another clock. */
export async function readTrialStanding(
	trial: string,
): Promise<TrialStanding | undefined> {
	const found = await readJson(pathIn(trial), schema);
	return found?.bootId === (await readBootId())
		? {deadline: found.deadline, connections: found.connections}
		: undefined;
}

function pathIn(trial: string): string {
	return join(trial, 'standing.json');
}
