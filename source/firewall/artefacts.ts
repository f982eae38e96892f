import {mkdir, symlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import firewallUnit from '../../assets/systemd/analytics-setup-firewall.service';
import recoveryUnit from '../../assets/systemd/analytics-setup-recovery.service';
import nftablesDropIn from '../../assets/systemd/nftables-drop-in.conf';
import {codeOf} from '../host/file-errors.js';
import {readFileIfThere, type WriteOptions, writeFileWhole} from '../host/files.js';
import type {OwnCommand} from '../host/own-command.js';
import type {Policy} from '../policy/policy.js';
import type {Artefact} from './backend.js';
import {renderRuleset} from './ruleset.js';

type WritableArtefact = Artefact & {readonly modes: WriteOptions};

/** The file that brings a policy back after a restart. */
export function bootRuleset(root: string, policy: Policy): WritableArtefact {
	return {
		path: join(root, 'etc/analytics-setup/ruleset.nft'),
		content: renderRuleset(policy),
		modes: {},
	};
}

/**
 * What makes systemd load that file before the network is up and whenever nftables.service
 * has flushed it, and go back first if the server went down in the middle of a trial.
 */
export function bootUnits(root: string, own: OwnCommand): readonly WritableArtefact[] {
	const files = {
		'analytics-setup-firewall.service': firewallUnit,
		'analytics-setup-recovery.service': recoveryUnit.replace(
			/^ExecStart=@command@/m,
			() => `ExecStart=${own.map(quoteForUnit).join(' ')}`,
		),
		'nftables.service.d/analytics-setup.conf': nftablesDropIn,
	};
	return Object.entries(files).map(([name, content]) => ({
		path: join(root, 'etc/systemd/system', name),
		content,
		modes: {mode: 0o644, folderMode: 0o755},
	}));
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

/** Enables units, as `systemctl --root` would. */
export async function enableUnits(units: readonly Artefact[]): Promise<void> {
	for (const {path} of units.filter(({path: file}) => file.endsWith('.service'))) {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const link = join(dirname(path), 'sysinit.target.wants', name);
		await mkdir(dirname(link), {recursive: true});
		try {
			await symlink(join('..', name), link);
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') {
				throw error;
			}
		}
	}
}

/** A word of a command line as systemd.service(5) reads it. */
function quoteForUnit(word: string): string {
	const escaped = word
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replaceAll('%', '%%')
		.replaceAll('$', '$$$$');
	return `"${escaped}"`;
}
