import process from 'node:process';
import {engines} from '../../package.json';

// Nothing but npm heeds what package.json says. What is too old must be able to read this.
const [, oldest] = engines.node.split('>=');
const [wantedMajor, wantedMinor] = oldest.split('.').map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
	process.stderr.write(
		`analytics-setup needs Node.js ${oldest} or newer; this is ${process.versions.node}.\n`,
	);
	process.exit(1);
}
