import {join} from 'node:path';
import {readFileIfThere, type WriteOptions, writeFileWhole} from '../host/files.js';
import type {Policy} from '../policy/policy.js';
import type {Artefact} from './backend.js';
import {renderRuleset} from './ruleset.js';

export type WritableArtefact = Artefact & {readonly modes: WriteOptions};

/** The file that brings a policy back after a restart. */
export function bootRuleset(root: string, policy: Policy): WritableArtefact {
	return {
		path: join(root, 'etc/analytics-setup/ruleset.nft'),
		content: renderRuleset(policy),
		modes: {},
	};
}

/** Whether all of these are there as they should be. */
export async function areWritten(artefacts: readonly Artefact[]): Promise<boolean> {
	const found = await Promise.all(
		artefacts.map(async ({path, content}) => (await readFileIfThere(path)) === content),
	);
	return found.every(Boolean);
}

/** Writes what is not there yet as it should be. */
export async function writeArtefacts(
	artefacts: readonly WritableArtefact[],
): Promise<void> {
	for (const {path, content, modes} of artefacts) {
		if ((await readFileIfThere(path)) !== content) {
			await writeFileWhole(path, content, modes);
		}
	}
}
