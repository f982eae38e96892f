import {join} from 'node:path';
import {Failure} from '../failure.js';
import type {RunCommand} from '../host/command.js';
import type {OwnCommand} from '../host/own-command.js';
import type {Paths} from '../host/paths.js';
import type {Backend, BackendName} from './backend.js';
import {filesBackend} from './files-backend.js';
import {listWithoutElements} from './own-table.js';

export type BackendChoice = {
	/** What the user asked for. */
	readonly wanted: BackendName | undefined;
	readonly root: string | undefined;
	readonly isRoot: boolean;
	readonly paths: Pick<Paths, 'state'>;
	readonly run: RunCommand;
	/** How this program is started. */
	readonly own: OwnCommand;
};

/**
 * The backend asked for; otherwise nftables where it works: as root, on the running
 * system (not a `--root` folder), with nft installed.
 * @throws Failure `not-permitted` or `firewall.missing` when nftables was asked for
 */
export async function chooseBackend(choice: BackendChoice): Promise<Backend> {
	const {wanted, root, isRoot, run} = choice;
	if (wanted === 'nftables') {
		await refuseWithoutNftables(choice);
		return nftables(choice);
	}

	const isUsable =
		wanted === undefined && isRoot && root === undefined && (await hasNftables(run));
	return isUsable ? nftables(choice) : files(choice);
}

async function nftables({run, root, own}: BackendChoice): Promise<Backend> {
	const {nftablesBackend} = await import('./nftables-backend.js');
	return nftablesBackend(run, root ?? '/', own);
}

function files({root, paths, own}: BackendChoice): Backend {
	// Beside what nftables keeps: files that were only written say nothing of the kernel.
	const beside = join(paths.state, 'files');
	return filesBackend(root ?? beside, root === undefined ? beside : paths.state, own);
}

async function refuseWithoutNftables({isRoot, run}: BackendChoice): Promise<void> {
	if (!isRoot) {
		throw new Failure('not-permitted', 'Only root may change the firewall.', {
			remedies: ['Run the same command as root, or with --backend files to look only.'],
		});
	}

	if (!(await hasNftables(run))) {
		throw new Failure('firewall.missing', 'This server has no working nftables.', {
			remedies: ['Install the package "nftables", or use --backend files to look only.'],
		});
	}
}

async function hasNftables(run: RunCommand): Promise<boolean> {
	try {
		await run('nft', listWithoutElements);
		return true;
	} catch {
		return false;
	}
}
