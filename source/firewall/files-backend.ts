import {join} from 'node:path';
import {readAppliedPolicy, saveAppliedPolicy} from './applied-policy.js';
import {artefactsUnder, writeArtefacts} from './artefacts.js';
import type {Backend} from './backend.js';

/**
 * Writes the files that the nftables backend would, into a folder, and touches nothing
 * else: for a machine without a firewall program, for a user who is not root, and for
 * trying things out.
 */
export function filesBackend(folder: string, state: string): Backend {
	return {
		name: 'files',
		place: join(folder, 'etc/analytics-setup'),
		artefactsOf: policy => artefactsUnder(folder, policy),
		async readInEffect() {
			const applied = await readAppliedPolicy(state);
			return (
				applied && {
					...applied,
					rules: applied.rules.map(rule => ({...rule, packets: 0})),
					oddities: [],
				}
			);
		},
		async apply(policy, onStage) {
			onStage('save');
			await writeArtefacts(folder, policy);
			await saveAppliedPolicy(state, policy);
		},
	};
}
