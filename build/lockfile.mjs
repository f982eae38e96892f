import {readFile} from 'node:fs/promises';

/** What npm has written down of every package, by the folder that it is installed in. */
export const {packages: locked} = JSON.parse(await readFile('package-lock.json', 'utf8'));
