import {join} from 'node:path';
import type {OwnCommand} from '../host/own-command.js';
import {readOwnFile} from '../host/own-files.js';
import {late} from '../late.js';
import type {FilesBackend} from './backend.js';

const loadFiles = late(() => import('./written-files.js'));

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
		artefactsOf: async policy => (await loadFiles()).artefactsIn(folder, own, policy),
		async readInEffect() {
			// What is damaged reads as if nothing had been written: it is written anew.
			const text = await readOwnFile(written).catch(() => undefined);
			return text === undefined ? undefined : (await loadFiles()).inEffectOf(text);
		},
		async write(policy) {
			const {writeFiles} = await loadFiles();
			await writeFiles(folder, own, {policy, written});
		},
	};
}
