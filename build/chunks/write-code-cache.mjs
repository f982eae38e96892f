import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {Script} from 'node:vm';

// Writes what V8 makes of each chunk, for this version and processor. It is started with
// flags that have it write the same bytes every time, and takes them back before it does:
// V8 leaves aside what was made with others than its own.
const [, , folder] = process.argv;
const chunks = join(folder, 'chunks');
const output = join(folder, 'code-cache', `${process.version}-${process.arch}`);
await mkdir(output, {recursive: true});
for (const name of (await readdir(chunks)).sort()) {
	const text = await readFile(join(chunks, name), 'utf8');
	// All of its functions, not only what runs at once.
	setFlagsFromString('--no-lazy');
	const script = new Script(text);
	for (const usual of ['lazy', 'hash-seed=0', 'min-semi-space-size=0']) {
		setFlagsFromString(`--${usual}`);
	}

	await writeFile(join(output, name), script.createCachedData());
}
