import process from 'node:process';
import {locked} from './lockfile.mjs';

/** Where Node.js for each architecture comes from, and what it is made of itself. */
export function runtimeParts() {
	const distributions = Object.keys(locked)
		.filter(folder => folder.startsWith('node_modules/node-linux-'))
		.map(folder => ({
			name: folder.replace('node_modules/', ''),
			integrity: locked[folder].integrity,
		}));
	// Numbers of an interface are no part, and some parts are left out of some builds.
	const {node, modules, napi, ...versions} = process.versions;
	const parts = Object.entries(versions).filter(([, version]) => version !== '');
	return {distributions, parts: Object.fromEntries(parts)};
}
