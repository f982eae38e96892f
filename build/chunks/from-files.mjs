import './new-enough.mjs';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {runChunks} from './run-chunks.mjs';

// What `dist/cli.js` is made from.
const codeCache = join(__dirname, 'code-cache', `${process.version}-${process.arch}`);
const pathOf = name => join(__dirname, 'chunks', name);

runChunks({
	pathOf,
	readText: name => readFileSync(pathOf(name), 'utf8'),
	readCodeCache(name) {
		try {
			return readFileSync(join(codeCache, name));
		} catch {
			// Of another version, or for another processor: V8 compiles what it is asked for.
			return undefined;
		}
	},
});
