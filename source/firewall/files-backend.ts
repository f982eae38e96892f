import {join} from 'node:path';
import type {OwnCommand} from '../host/own-command.js';
import {readOwnFile} from '../host/own-files.js';
import {policyFromJson, policyToJson} from '../policy/stored-policy.js';
import {bootRuleset, writeArtefacts} from './artefacts.js';
import type {FilesBackend} from './backend.js';
import {installBootUnits, unitsToWrite} from './install-boot-units.js';

/**
 * Writes the files that the nftables backend would, into a folder, and touches nothing
 * else: for a machine without a firewall program, for a user who is not root, and for
 * trying things out.
 */
export function filesBackend(
	folder: string,
	state: string,
	own: OwnCommand,
): FilesBackend {
	const written = join(state, 'applied-policy.json');
	return {
		name: 'files',
		place: join(folder, 'etc/analytics-setup'),
		artefactsOf: async policy => [
			bootRuleset(folder, policy),
			...(await unitsToWrite(folder, own)),
		],
		async readInEffect() {
			// What is damaged reads as if nothing had been written: it is written anew.
			const text = await readOwnFile(written).catch(() => undefined);
			const policy = text === undefined ? undefined : policyFromJson(text);
			return (
				policy && {
					guardedPorts: policy.guardedPorts,
					rules: policy.rules.map(rule => ({...rule, packets: 0})),
					oddities: [],
				}
			);
		},
		async write(policy) {
			await installBootUnits(folder, own);
			await writeArtefacts([
				bootRuleset(folder, policy),
				{path: written, content: policyToJson(policy), modes: {}},
			]);
		},
	};
}
