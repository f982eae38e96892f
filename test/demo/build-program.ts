import {symlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {execa} from 'execa';

/**
 * Builds the program as it is now into a folder, under its own name. What `dist` has stays
 * with whoever works with it.
 */
export async function buildProgram(folder: string): Promise<void> {
	await execa(process.execPath, ['build/build.mjs', folder]);
	await symlink('cli.js', join(folder, 'analytics-setup'));
}
