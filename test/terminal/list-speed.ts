import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {keys, pasted} from './keys.js';

// How long a key takes in a list of subnets, from the key to the changed screen, beside the
// same in a list of ten: the real program on a terminal of 80 by 24, all in one run.

const sizes = [10, 1000, 5000, 20_000] as const;
const times = 20;

const networkAt = (index: number) => `10.${index >> 8}.${index & 255}.0/24`;
const literally = (text: string) => text.replaceAll(/[./]/g, '\\$&');

/** The milliseconds until the screen shows what a key leads to. */
async function timeOf(terminal: Terminal, key: string, wanted: RegExp): Promise<number> {
	const start = performance.now();
	terminal.type(key);
	await terminal.shows(wanted, 60_000);
	return performance.now() - start;
}

function middleOf(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function measure(terminal: Terminal, size: number) {
	await terminal.shows(/Enter begin/);
	terminal.type(keys.enter);
	await terminal.shows(/What is the name/);
	terminal.type(`${keys.clear}analytics.uni.edu\r`);
	await terminal.shows(/Which networks/);
	const networks = Array.from({length: size}, (_, index) => networkAt(index));
	const shown = /entries added/;
	const pasting = await timeOf(terminal, pasted(networks.join('\n')), shown);

	const typing: number[] = [];
	const adding: number[] = [];
	const moving: number[] = [];
	for (let index = 0; index < times; index++) {
		const network = networkAt(size + index);
		const [last] = network.slice(-1);
		terminal.type(network.slice(0, -1));
		await terminal.shows(new RegExp(`▸ ${literally(network.slice(0, -1))} `));
		const typed = new RegExp(`▸ ${literally(network)} +256 addresses`);
		typing.push(await timeOf(terminal, last ?? '', typed));
		const added = new RegExp(`^ +${literally(network)} +256 addresses`, 'm');
		adding.push(await timeOf(terminal, keys.enter, added));
	}

	for (let index = 1; index <= Math.min(size, times); index++) {
		const pointed = new RegExp(`▸ ${literally(networkAt(size + times - index))} `);
		moving.push(await timeOf(terminal, keys.up, pointed));
	}

	return [middleOf(typing), middleOf(moving), middleOf(adding), pasting];
}

const root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
console.log('| entries | typing | moving | adding one | pasting all |');
console.log('|---|---|---|---|---|');
let few: readonly number[] | undefined;
for (const size of sizes) {
	const folder = join(root, String(size));
	const command = ['dist/cli.js', '--root', folder];
	const terminal = startTerminal(process.execPath, command);
	const found = await measure(terminal, size);
	few ??= found;
	const cells = found.map((time, index) => {
		const ratio = time / (few?.[index] ?? time);
		return `${time.toFixed(1)} ms (${ratio.toFixed(1)}x)`;
	});
	console.log(`| ${[size.toLocaleString('en'), ...cells].join(' | ')} |`);
	terminal.close();
	await terminal.exited;
}

await rm(root, {recursive: true});
