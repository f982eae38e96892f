import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';

type Locked = {
	readonly link?: boolean;
	readonly resolved?: string;
	readonly integrity?: string;
	readonly hasInstallScript?: boolean;
};

const text = await readFile('package-lock.json', 'utf8');
const {packages} = JSON.parse(text) as {
	readonly packages: Readonly<Record<string, Locked>>;
};
const installed = Object.entries(packages).filter(
	([folder, {link}]) => folder.startsWith('node_modules/') && link !== true,
);

/** Why each of them may run a program while it is installed. */
const mayRunScripts = {
	esbuild: 'puts its own binary, a package of the lockfile, in the place of a script',
};

test('every package is held to its hash, and comes from the public registry', () => {
	assert.ok(installed.length > 100);
	for (const [folder, {integrity = '', resolved}] of installed) {
		assert.match(integrity, /^sha512-/, folder);
		assert.match(
			resolved ?? 'https://registry.npmjs.org/',
			/^https:\/\/registry\.npmjs\.org\//,
		);
	}
});

test('what is not from the registry is a folder of this project', () => {
	const links = Object.values(packages).filter(({link}) => link === true);
	assert.deepEqual(
		links.map(({resolved}) => resolved),
		['build/runtime'],
	);
});

test('no other package runs a program while it is installed', () => {
	const names = installed
		.filter(([, {hasInstallScript}]) => hasInstallScript)
		.map(([folder]) => folder.replace(/^.*node_modules\//, ''));
	assert.deepEqual(names, Object.keys(mayRunScripts));
});
