import {readFileSync} from 'node:fs';
import {parse} from 'yaml';

/** What `import` gives for a file of `assets/`: YAML as data, anything else as text. */
export function assetModule(path) {
	const text = readFileSync(path, 'utf8');
	return `export default ${JSON.stringify(path.endsWith('.yaml') ? parse(text) : text)};`;
}

/** The files of `assets/` that the program imports. */
export const assetNames =
	/\/assets\/(?:[^/]+\/)?[^/]+\.(?:yaml|service|conf|css|bash|fish)$/;
