import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {Script} from 'node:vm';

// Started by `writeCodeCache`.
const [, , chunks, output, ...flags] = process.argv;
await mkdir(output, {recursive: true});
for (const name of (await readdir(chunks)).sort()) {
	const text = await readFile(join(chunks, name), 'utf8');
	// All of its functions, not only what runs at once.
	setFlagsFromString('--no-lazy');
	const script = new Script(text);
	// V8 leaves aside what was made with other flags than its own.
	for (const flag of ['--lazy', '--hash-seed=0', '--min-semi-space-size=0', ...flags]) {
		setFlagsFromString(flag);
	}

	await writeFile(join(output, name), script.createCachedData());
}
