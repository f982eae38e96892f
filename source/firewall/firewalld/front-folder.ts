import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {Failure} from '../../failure.js';
import {codeOf} from '../../host/file-errors.js';
import {writeFileWhole} from '../../host/files.js';
import {readOwnFile} from '../../host/own-files.js';
import {readDefaultZone, withDefaultZone} from './default-zone.js';
import {type FrontFiles, ownMark, zonePath} from './front-files.js';
import {zone} from './opening.js';

/** What of firewalld's folder is ours: files, and one line. */
export type FrontFolder = {
	readonly files: FrontFiles;
	readonly defaultZone: string;
};

const configurationPath = 'firewalld.conf';

/**
 * What firewalld's folder holds of ours.
 * @throws Failure `firewall.refused` when its configuration names no default zone
 */
export async function readFront(folder: string): Promise<FrontFolder> {
	const configuration = await readOwnFile(join(folder, configurationPath));
	const found = await Promise.all(
		(await possiblePaths(folder)).map(
			async path => [path, await readOwnFile(join(folder, path))] as const,
		),
	);
	return {
		files: Object.fromEntries(
			found.flatMap(([path, content]) =>
				content?.includes(ownMark) ? [[path, content]] : [],
			),
		),
		defaultZone: readDefaultZone(configuration),
	};
}

/**
 * Makes firewalld's folder hold exactly these files of ours and this default zone. At
 * every moment the default zone has its file, and a zone has its sets.
 */
export async function writeFront(
	folder: string,
	{files, defaultZone}: FrontFolder,
): Promise<void> {
	const before = await readFront(folder);
	for (const [path, content] of Object.entries(files)) {
		if (before.files[path] !== content) {
			await writeFileWhole(join(folder, path), content, {mode: 0o640, folderMode: 0o750});
		}
	}

	if (before.defaultZone !== defaultZone) {
		await writeDefaultZone(join(folder, configurationPath), defaultZone);
	}

	// The zone's file is the last of the list, and nothing may name a set that has gone.
	for (const path of Object.keys(before.files).toReversed()) {
		if (!(path in files)) {
			await rm(join(folder, path), {force: true});
		}
	}
}

/** Whether two hold the same files and the same default zone. */
export function isSameFolder(a: FrontFolder, b: FrontFolder): boolean {
	const textOf = ({files, defaultZone}: FrontFolder) =>
		JSON.stringify([defaultZone, Object.entries(files).toSorted()]);
	return textOf(a) === textOf(b);
}

/**
 * Refuses to write over a file that somebody else gave one of our names.
 * @throws Failure `firewall.refused`
 */
export async function refuseForeignFiles(
	folder: string,
	files: FrontFiles,
): Promise<void> {
	for (const path of Object.keys(files)) {
		const content = await readOwnFile(join(folder, path));
		if (content !== undefined && !content.includes(ownMark)) {
			throw new Failure(
				'firewall.refused',
				`"${join(folder, path)}" is there already, and analytics-setup did not write it.`,
				{remedies: ['Find out what it is for, give it another name, and apply again.']},
			);
		}
	}
}

async function writeDefaultZone(path: string, defaultZone: string): Promise<void> {
	const configuration = await readOwnFile(path);
	const {mode} = await stat(path);
	await writeFileWhole(path, withDefaultZone(configuration, defaultZone), {
		mode: mode & 0o777,
	});
}

/** Every file that has one of our names, the sets before the zone. */
async function possiblePaths(folder: string): Promise<readonly string[]> {
	const sets = (await namesIn(join(folder, 'ipsets'))).filter(
		name => name.startsWith(`${zone}-`) && name.endsWith('.xml'),
	);
	return [...sets.toSorted().map(name => `ipsets/${name}`), zonePath];
}

async function namesIn(folder: string): Promise<readonly string[]> {
	try {
		return await readdir(folder);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') {
			return [];
		}

		throw error;
	}
}
