import {readdir, readFile, stat} from 'node:fs/promises';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	findPlanted,
	plantedSecrets,
	textsBelow,
} from '../test/helpers/planted-secrets.ts';

/** What stands in the folder of temporary files. */
export async function temporaryFiles() {
	return new Set(await readdir(tmpdir()));
}

/**
 * Which secrets of tests are in what a whole run has left: in new temporary files, where
 * the program keeps its own, in what was built, and in what was printed.
 */
export async function findLeftSecrets(before, printed) {
	const now = await temporaryFiles();
	const places = [
		...[...now.difference(before)].map(name => join(tmpdir(), name)),
		...['/etc', '/run', '/var/lib'].map(folder => join(folder, 'analytics-setup')),
		...['.config', '.local/state'].map(folder =>
			join(homedir(), folder, 'analytics-setup'),
		),
		'dist',
	];
	const texts = await Promise.all(places.map(textsIn));
	return findPlanted(
		Object.values(plantedSecrets),
		new Map([['what was printed', printed], ...texts.flatMap(found => [...found])]),
	);
}

/** What is neither a file nor a folder holds nothing. */
async function textsIn(place) {
	const found = await stat(place).catch(() => undefined);
	if (found?.isDirectory()) {
		return textsBelow(place);
	}

	return found?.isFile() ? [[place, await readFile(place, 'latin1')]] : [];
}
