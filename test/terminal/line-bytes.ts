import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {startTerminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

// How many bytes go over the line for a key, beside the programs that people know: all on
// a terminal of 80 by 24, in one run. Those that are not installed are named only.

const typed = 'analytics.uni.edu';

type Contestant = {
	readonly name: string;
	readonly command: readonly [file: string, ...arguments_: string[]];
	/** What is on the screen when the field can be typed into. */
	readonly ready: RegExp;
	/** What leads to the field. */
	readonly before?: readonly [shown: RegExp, type: string];
};

function contestants(root: string): readonly Contestant[] {
	const box = ['--inputbox', 'What is the name of this server?', '10', '60'] as const;
	return [
		{
			name: 'analytics-setup',
			command: [process.execPath, 'dist/cli.js', '--root', root],
			before: [/Enter begin/, keys.enter],
			ready: /What is the name/,
		},
		{name: 'dialog', command: ['dialog', ...box], ready: /What is the name/},
		{name: 'whiptail', command: ['whiptail', ...box], ready: /What is the name/},
	];
}

/** The bytes of each key, once the screen stands; undefined where the program is not there. */
async function bytesOf({command, before, ready}: Contestant) {
	let sent = 0;
	const [file, ...arguments_] = command;
	const terminal = startTerminal(file, arguments_, {
		onOutput(data) {
			sent += Buffer.byteLength(data);
		},
	});
	try {
		if (before !== undefined) {
			await terminal.shows(before[0]);
			terminal.type(before[1]);
		}

		await terminal.shows(ready);
		terminal.type(`${keys.clear}x`);
		await terminal.shows(/x/);
		const counts: number[] = [];
		let text = 'x';
		for (const key of typed) {
			sent = 0;
			text += key;
			terminal.type(key);
			await terminal.shows(new RegExp(text.replaceAll('.', '\\.')));
			counts.push(sent);
		}

		return counts.toSorted((a, b) => a - b);
	} catch {
		return undefined;
	} finally {
		terminal.close();
		await terminal.exited;
	}
}

const root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
console.log('| program | bytes a key: least | middle | most |\n|---|---|---|---|');
for (const contestant of contestants(root)) {
	const counts = await bytesOf(contestant);
	const cells =
		counts === undefined
			? ['does not run here', '', '']
			: [counts[0], counts[Math.floor(counts.length / 2)], counts.at(-1)];
	console.log(`| ${[contestant.name, ...cells].join(' | ')} |`);
}

await rm(root, {recursive: true});
