import {mkdir, readlink, rm, symlink} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {codeOf} from '../host/file-errors.js';
import {readFileIfThere} from '../host/files.js';
import type {OwnCommand} from '../host/own-command.js';
import {type WritableArtefact, writeArtefacts} from './artefacts.js';
import type {Artefact} from './backend.js';
import {bootUnits} from './boot-units.js';
import {namesUnitName, recoveryName} from './unit-names.js';

/**
 * The units that this program writes: all, but for the recovery unit where the package has
 * brought the very same. Whatever else must come back without this program.
 */
export async function unitsToWrite(
	root: string,
	own: OwnCommand,
): Promise<readonly WritableArtefact[]> {
	const units = bootUnits(root, own);
	const packaged = await readFileIfThere(
		join(root, 'usr/lib/systemd/system', recoveryName),
	);
	return units.filter(unit => !(isRecovery(unit) && unit.content === packaged));
}

/** Makes systemd do at each start what these units say. */
export async function installBootUnits(root: string, own: OwnCommand): Promise<void> {
	const units = await unitsToWrite(root, own);
	await writeArtefacts(units);
	await enable(units);
	if (!units.some(isRecovery)) {
		await removeShadow(root);
	}
}

/** Only what follows names: there may be names to hear of before there are rules. */
export async function installNamesUnit(root: string, own: OwnCommand): Promise<void> {
	const units = bootUnits(root, own).filter(({path}) => basename(path) === namesUnitName);
	await writeArtefacts(units);
	await enable(units);
}

function isRecovery({path}: Artefact): boolean {
	return basename(path) === recoveryName;
}

/** As `systemctl --root` would. */
async function enable(units: readonly Artefact[]): Promise<void> {
	for (const {path, content} of units.filter(({path: file}) =>
		file.endsWith('.service'),
	)) {
		const [, target = ''] = /^WantedBy=(.+)$/m.exec(content) ?? [];
		const link = linkTo(path, target);
		await mkdir(dirname(link), {recursive: true});
		try {
			await symlink(join('..', basename(path)), link);
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') {
				throw error;
			}
		}
	}
}

/**
 * Takes away what this program once wrote into the place that counts for more than the
 * package's. Somebody else's unit, or /dev/null in its place, stays.
 */
async function removeShadow(root: string): Promise<void> {
	const path = join(root, 'etc/systemd/system', recoveryName);
	const content = await readFileIfThere(path);
	if (content !== undefined && !isOurs(content)) {
		return;
	}

	const link = linkTo(path, 'sysinit.target');
	if ((await readlink(link).catch(() => undefined)) === join('..', recoveryName)) {
		await rm(link);
	}

	await rm(path, {force: true});
}

/** In every version that ever wrote one. */
function isOurs(unit: string): boolean {
	return (
		/^Description=Takes back unconfirmed firewall rules of AppsAnywhere Analytics$/m.test(
			unit,
		) && /^ExecStart=.* recover$/m.test(unit)
	);
}

function linkTo(unit: string, target: string): string {
	return join(dirname(unit), `${target}.wants`, basename(unit));
}
