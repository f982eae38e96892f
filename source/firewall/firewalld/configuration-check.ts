import {cp, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Failure} from '../../failure.js';
import type {RunCommand} from '../../host/command.js';
import {reasonOf} from '../../host/file-errors.js';
import {type FrontFolder, writeFront} from './front-folder.js';

/**
 * Has firewalld's own check look at a copy of its folder with the given files in it. Its
 * exit code passes most faults, so whatever it says counts, but for what it says of the
 * folder without them.
 * @throws Failure `firewall.refused`
 */
export async function checkConfiguration(
	run: RunCommand,
	folder: string,
	front: FrontFolder,
): Promise<void> {
	const copy = await mkdtemp(join(tmpdir(), 'analytics-setup-firewalld-'));
	try {
		await copyFolder(folder, copy);
		const before = await complaintsAbout(run, copy);
		await writeFront(copy, front);
		const complaints = await complaintsAbout(run, copy);
		const [first] = complaints.filter(line => !before.includes(line));
		if (first !== undefined) {
			throw new Failure(
				'firewall.refused',
				`firewalld refuses its new files: ${first}. Nothing was changed.`,
			);
		}
	} finally {
		await rm(copy, {recursive: true, force: true});
	}
}

async function copyFolder(folder: string, copy: string): Promise<void> {
	try {
		await cp(folder, copy, {recursive: true});
	} catch (cause) {
		throw new Failure(
			'firewall.refused',
			`"${folder}" could not be copied for firewalld's own check: ${reasonOf(cause)}. Nothing was changed.`,
			{cause},
		);
	}
}

async function complaintsAbout(
	run: RunCommand,
	folder: string,
): Promise<readonly string[]> {
	try {
		const arguments_ = ['--system-config', folder, '--check-config'];
		const {stdout, stderr} = await run('firewall-offline-cmd', arguments_);
		const lines = `${stdout}\n${stderr}`.split('\n').map(line => line.trim());
		return lines.filter(line => line !== '' && line !== 'success');
	} catch (error) {
		if (error instanceof Failure) {
			return [error.message];
		}

		throw error;
	}
}
