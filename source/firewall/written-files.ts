import type {OwnCommand} from '../host/own-command.js';
import type {Policy} from '../policy/policy.js';
import {policyFromJson, policyToJson} from '../policy/stored-policy.js';
import {bootRuleset, writeArtefacts} from './artefacts.js';
import type {Artefact, InEffect} from './backend.js';
import {installBootUnits, unitsToWrite} from './install-boot-units.js';

/** The files that a policy makes in a folder. */
export async function artefactsIn(
	folder: string,
	own: OwnCommand,
	policy: Policy,
): Promise<readonly Artefact[]> {
	return [bootRuleset(folder, policy), ...(await unitsToWrite(folder, own))];
}

/** What the text of a written policy says; undefined where it is damaged. */
export function inEffectOf(text: string): InEffect | undefined {
	const policy = policyFromJson(text);
	return (
		policy && {
			guardedPorts: policy.guardedPorts,
			rules: policy.rules.map(rule => ({...rule, packets: 0})),
			oddities: [],
		}
	);
}

/** @param written where the policy itself is kept, to be read again */
export async function writeFiles(
	folder: string,
	own: OwnCommand,
	{policy, written}: {readonly policy: Policy; readonly written: string},
): Promise<void> {
	await installBootUnits(folder, own);
	await writeArtefacts([
		bootRuleset(folder, policy),
		{path: written, content: policyToJson(policy), modes: {}},
	]);
}
