import {Buffer} from 'node:buffer';
import {getAsset, getRawAsset} from 'node:sea';
import {runChunks} from './run-chunks.mjs';

// The program's own files are inside of this one, as if below it: nothing else can be there.
runChunks({
	pathOf: name => `/proc/self/exe/${name}`,
	readText: name => getAsset(`chunks/${name}`, 'utf8'),
	readCodeCache(name) {
		try {
			return Buffer.from(getRawAsset(`code-cache/${name}`));
		} catch {
			// Made for another processor than the one that made it.
			return undefined;
		}
	},
});
