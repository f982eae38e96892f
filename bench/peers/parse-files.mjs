import {readFile} from 'node:fs/promises';
import process from 'node:process';

// What a comparison cannot do without: each file is read and parsed, one after the other.
let rows = 0;
for (const path of process.argv.slice(2)) {
	const {trace} = JSON.parse(await readFile(path, 'utf8'));
	rows += trace.length;
}

process.stdout.write(`${rows} rows\n`);
