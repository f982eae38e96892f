import {stat} from 'node:fs/promises';
import process from 'node:process';

// Builds the executable, unless it is newer than what it is built from: for all who need
// it, by `flock release/.executable.lock node build/executable-once.mjs x64`.
const [architecture] = process.argv.slice(2);
const [made, program] = await Promise.all(
	[`release/analytics-setup-linux-${architecture}`, 'dist/meta.json'].map(path =>
		stat(path).catch(() => undefined),
	),
);
if (made === undefined || made.mtimeMs < (program?.mtimeMs ?? 0)) {
	await import('./executable.mjs');
}
