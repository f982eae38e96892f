import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';

/** Gives the tests of a suite a folder with names that a shell has to quote. */
export function oddFolder(): () => string {
	let folder = '';
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'completion-'));
		await mkdir(join(folder, 'a folder'));
		await writeFile(join(folder, 'site answers.yaml'), '');
		await writeFile(join(folder, "dean's $list.yaml"), '');
	});
	after(() => rm(folder, {recursive: true}));
	return () => folder;
}
