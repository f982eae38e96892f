import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';

/** How the README undoes all that the program has done: first here, then where firewalld runs. */
export async function readmeUndo(): Promise<readonly [here: string, firewalld: string]> {
	const [, after = ''] = (await readFile('README.md', 'utf8')).split(
		'To undo all of it:',
	);
	const [here, firewalld] = [...after.matchAll(/```sh\n(.*?)```/gs)].map(
		([, commands = '']) => commands,
	);
	assert.ok(here !== undefined && firewalld !== undefined);
	return [here, firewalld];
}
