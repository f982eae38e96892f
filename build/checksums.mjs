import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';

/** Writes the hash of everything in `release/` as `sha256sum --check` reads it. */
export async function writeChecksums() {
	const files = (await readdir('release', {withFileTypes: true}))
		.filter(entry => entry.isFile() && /^(?!\.|SHA256SUMS)/.test(entry.name))
		.map(({name}) => name)
		.toSorted();
	const lines = await Promise.all(
		files.map(async name => `${await hashOf(join('release', name))}  ${name}\n`),
	);
	await writeFile('release/SHA256SUMS', lines.join(''));
}

async function hashOf(path) {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}
