import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {locked} from './lockfile.mjs';

/** Licences that let anybody pass a program on, if only their text goes with it. */
const acceptedLicenses = ['Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0'];

/**
 * Every package of npm that is in the bundle, by the bundler's own account, with the text
 * of its licence.
 */
export async function bundledPackages() {
	const {outputs} = JSON.parse(await readFile('dist/meta.json', 'utf8'));
	const paths = Object.values(outputs).flatMap(({inputs}) =>
		Object.keys(inputs).filter(path => inputs[path].bytesInOutput > 0),
	);
	const folders = new Set(
		// Before a colon stands how it was loaded.
		paths.flatMap(path => /[^:]*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
	);
	// The same version may be installed in more than one folder.
	const packages = new Map();
	for (const folder of [...folders].sort()) {
		const {version, license, integrity} = locked[folder];
		const name = folder.split('node_modules/').at(-1);
		checkLicense(name, license);
		const text = await licenseText(folder, name);
		packages.set(`${name}@${version}`, {name, version, license, integrity, text});
	}

	return [...packages.values()].toSorted((one, other) =>
		one.name < other.name ? -1 : 1,
	);
}

/** Nothing gets into a release whose licence nobody has looked at. */
export function checkLicense(name, license) {
	if (!acceptedLicenses.includes(license)) {
		throw new Error(
			`${name} has the licence ${license ?? 'of nobody knows whom'}: do without it, or add its licence to build/bundled-packages.mjs.`,
		);
	}
}

/** As the package brings it, or else from `build/licenses/`, copied from where it is kept. */
async function licenseText(folder, name) {
	const files = (await readdir(folder)).filter(file =>
		/^(?:licen[cs]e|notice)/i.test(file),
	);
	const paths =
		files.length > 0
			? files.sort().map(file => join(folder, file))
			: [`build/licenses/${name}.txt`];
	const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
	return texts.map(text => text.trim()).join('\n\n');
}
