import {join} from 'node:path';
import process from 'node:process';
import {inFigures} from '../../source/in-figures.js';
import {startTerminal, type Terminal} from '../../test/helpers/terminal.js';
import {keys, pasted} from '../../test/terminal/keys.js';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {findingOf, inPairs} from '../pairs.js';

const few = 10;
const many = 10_000;
/** Told for comparison only. */
const most = 100_000;
const pairs = 31;
/** Of a paste of all, in milliseconds. */
const patience = 60_000;

/** The wizard on the page of the viewers' networks, with so many in its list. */
type OpenList = Terminal & {
	/** A network that was not asked for yet, and is not in the list. */
	readonly next: () => string;
};

/** From a key to the changed screen, in a list of subnets; both terminals are open at once. */
export const listSpeed: Measure = {
	name: 'list-speed',
	needsRoot: false,
	async find({folder, say}) {
		const beside = await openList(join(folder, String(few)), few);
		const findings: Finding[] = [];
		for (const size of [many, most]) {
			say(`a list of ${inFigures(size)}`);
			const list = await openList(join(folder, String(size)), size);
			for (const [what, time] of actions) {
				const pair = await inPairs(
					pairs,
					() => time(list),
					() => time(beside),
				);
				findings.push(
					findingOf(
						pair,
						'ms',
						[`${what}, list of ${inFigures(size)} subnets`, `list of ${few}`],
						size === many ? {of: 'ratio', atMost: 2} : undefined,
					),
				);
			}

			await close(list);
		}

		await close(beside);
		return {findings};
	},
};

const actions: ReadonlyArray<
	readonly [what: string, time: (list: OpenList) => Promise<number>]
> = [
	['typing', timeToType],
	['moving', timeToMove],
	['adding one', timeToAdd],
];

const emptyField = /▸ +for example/;

async function timeToType(list: OpenList): Promise<number> {
	const network = list.next();
	const begun = network.slice(0, -1);
	list.type(begun);
	await list.shows(pointedAt(`${begun} `));
	const time = await timeOf(list, network.slice(-1), pointedAt(`${network} `));
	list.type(keys.clear);
	await list.shows(emptyField);
	return time;
}

async function timeToMove(list: OpenList): Promise<number> {
	const time = await timeOf(list, keys.up, /▸ 10\./);
	list.type(keys.down);
	await list.shows(emptyField);
	return time;
}

async function timeToAdd(list: OpenList): Promise<number> {
	const network = list.next();
	list.type(network);
	await list.shows(pointedAt(`${network} `));
	return timeOf(list, keys.enter, new RegExp(`^ {3}${literally(network)} `, 'm'));
}

/** The milliseconds until the screen shows what a key leads to. */
async function timeOf(list: Terminal, key: string, wanted: RegExp): Promise<number> {
	const start = performance.now();
	list.type(key);
	await list.shows(wanted);
	return performance.now() - start;
}

const pointedAt = (text: string) => new RegExp(`▸ ${literally(text)}`);
const literally = (text: string) => text.replaceAll(/[./]/g, '\\$&');

async function openList(root: string, size: number): Promise<OpenList> {
	const terminal = startTerminal(process.execPath, ['dist/cli.js', '--root', root]);
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	await terminal.shows(/What is the name/);
	terminal.type(`${keys.clear}analytics.uni.edu\r`);
	await terminal.shows(/Which networks/);
	const networks = Array.from({length: size}, (_, index) => networkAt(index));
	terminal.type(pasted(networks.join('\n')));
	await terminal.shows(/entries added/, patience);
	let used = size;
	return {
		...terminal,
		next() {
			used += 1;
			return networkAt(used - 1);
		},
	};
}

/** Sixteen addresses each, none of which has a neighbour outside of 10.0.0.0/8. */
function networkAt(index: number): string {
	const first = index * 16;
	return `10.${first >> 16}.${(first >> 8) & 255}.${first & 255}/28`;
}

async function close(terminal: Terminal): Promise<void> {
	terminal.close();
	await terminal.exited;
}
