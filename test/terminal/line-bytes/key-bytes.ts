import process from 'node:process';
import {keys} from '../keys.js';
import {type Command, measuredOn} from './counted-terminal.js';

const typed = 'analytics.uni.edu';
const box = ['--inputbox', 'What is the name of this server?', '10', '60'] as const;

type Contestant = {
	readonly name: string;
	readonly command: Command;
	/** What leads to the field. */
	readonly before?: readonly [shown: RegExp, type: string];
};

/** The bytes of a key typed at the end of a field: of each program the key in the middle. */
export async function keyBytes(root: string) {
	const contestants: readonly Contestant[] = [
		{
			name: 'analytics-setup',
			command: [process.execPath, 'dist/cli.js', '--root', root],
			before: [/Enter begin/, keys.enter],
		},
		{name: 'dialog --inputbox', command: ['dialog', ...box]},
		{name: 'whiptail --inputbox', command: ['whiptail', ...box]},
	];
	const rows: Array<readonly [name: string, bytes: number | undefined]> = [];
	for (const {name, command, before} of contestants) {
		rows.push([name, await measure(command, before)]);
	}

	return rows;
}

const measure = (command: Command, before: Contestant['before']) =>
	measuredOn(command, async ({shows, type, takeBytes}) => {
		if (before !== undefined) {
			await shows(before[0]);
			type(before[1]);
		}

		await shows(/What is the name/);
		type(`${keys.clear}x`);
		await shows(/x/);
		const counts: number[] = [];
		let text = 'x';
		for (const key of typed) {
			takeBytes();
			text += key;
			type(key);
			await shows(new RegExp(text.replaceAll('.', '\\.')));
			counts.push(takeBytes());
		}

		return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)];
	});
