import {mkdir, symlink} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import unit from '../../assets/analytics-setup-firewall.service';
import {codeOf} from '../host/file-errors.js';
import {type WriteOptions, writeFileWhole} from '../host/files.js';
import type {Policy} from '../policy/policy.js';
import type {Artefact} from './backend.js';
import {renderRuleset} from './ruleset.js';

const unitName = 'analytics-setup-firewall.service';

type WritableArtefact = Artefact & {readonly modes: WriteOptions};

/** The files that bring a policy back after a reboot, under a root folder. */
export function artefactsUnder(
	root: string,
	policy: Policy,
): readonly WritableArtefact[] {
	return [
		{
			path: join(root, 'etc/analytics-setup/ruleset.nft'),
			content: renderRuleset(policy),
			modes: {},
		},
		{
			path: join(root, 'etc/systemd/system', unitName),
			content: unit,
			modes: {mode: 0o644, folderMode: 0o755},
		},
	];
}

/** Writes the files and enables the unit, as `systemctl --root` would. */
export async function writeArtefacts(root: string, policy: Policy): Promise<void> {
	for (const {path, content, modes} of artefactsUnder(root, policy)) {
		await writeFileWhole(path, content, modes);
	}

	const link = join(root, 'etc/systemd/system/sysinit.target.wants', unitName);
	await mkdir(dirname(link), {recursive: true});
	try {
		await symlink(join('..', unitName), link);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') {
			throw error;
		}
	}
}
