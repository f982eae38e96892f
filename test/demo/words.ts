import {wrap} from '../../source/reports/wrap.js';
import {missingPackages} from '../campus/need.js';
import {networks, offeredNetworks} from './networks.js';
import type {Refusal} from './refusal.js';
import {describeLacking} from './services-here.js';

const width = 78;

const about = [
	'This shows the setup of an AppsAnywhere Analytics server, in a small university network.',
	"The network, its servers and the firewall are real, and stand in namespaces of this machine's kernel. Nothing else of this machine is touched, and all of it is gone when you leave.",
];

/** What is said before something is chosen. */
export function beginning(): string {
	return [...paragraphs([...about, ...describeLacking()]), ...listed(), ''].join('\n');
}

/** What is chosen from, a line each. */
export function listed(): readonly string[] {
	const offered = offeredNetworks();
	const longest = Math.max(...offered.map(({name}) => name.length));
	return offered.map(
		({name, title}, index) =>
			`${String(index + 1).padStart(4)}  ${name.padEnd(longest)}  ${title}`,
	);
}

/** Why there is no network here, and what would help. */
export function withoutNetwork({reason, remedy, command}: Refusal): string {
	return [
		...paragraphs([`${reason} ${remedy}`]),
		...(command === undefined ? [] : [`    ${command}`, '']),
	].join('\n');
}

/** Said where only files can be written. */
export function insteadOfNetwork(): string {
	return paragraphs([
		'So you see the same wizard without a network: its rules are only written to files, in a folder that is removed again. Nothing takes effect, no fault can be chosen, and what is tried is tried in the network of this machine.',
	]).join('\n');
}

/** How to run the demo. */
export function usage(): string {
	return [
		'npm run demo -- [--fault NAME] [--answers typed|given|none] [-- COMMAND…]',
		'',
		...paragraphs(about),
		'  --fault NAME      what is wrong in the network; without it you can choose:',
		...listed().map(line => `                ${line.slice(4)}`),
		'  --answers typed   every page is filled in, and Enter goes on (this is usual)',
		'  --answers given   the review is the next page after the first',
		'  --answers none    every page is empty, as on a new server',
		'  --list            lists the faults',
		'  -- COMMAND…       runs a program on the server in place of the wizard: bash, say',
		'',
		...paragraphs([...notOffered(), ...changesUser]),
	].join('\n');
}

/** Whatever needs the users of a whole machine stays out of the demo. */
const changesUser = [
	"A user's namespaces know no users but root. Programs that change theirs, sshd and Postfix, do not run in them: a mock listens on port 22, and the mail relay is a server in Node.js.",
];

function notOffered(): readonly string[] {
	return networks.flatMap(({name, programs = []}) => {
		const missing = missingPackages(programs);
		return missing.length === 0
			? []
			: [`"${name}" is not offered: it needs ${missing.join(' and ')}.`];
	});
}

/** Each wrapped, with a line between them and one after the last. */
function paragraphs(texts: readonly string[]): readonly string[] {
	return texts.flatMap(text => [...wrap(text, width), '']);
}
