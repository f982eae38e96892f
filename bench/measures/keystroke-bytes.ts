import {join} from 'node:path';
import process from 'node:process';
import type {CountedTerminal} from '../../test/helpers/counted-terminal.js';
import {keys} from '../../test/terminal/keys.js';
import {besideEach} from '../beside-each.js';
import type {Measure} from '../measure.js';
import {onTerminal} from '../on-terminal.js';
import {middleOf} from '../pairs.js';
import type {Command} from '../run-time.js';

const typed = 'analytics.uni.edu';
const question = 'What is the name of this server?';
const box = ['--inputbox', question, '10', '60'] as const;

const peers: ReadonlyArray<readonly [name: string, command: Command]> = [
	['curses', ['python3', 'bench/peers/curses-field.py', question]],
	['dialog', ['dialog', ...box]],
	['whiptail', ['whiptail', ...box]],
];

/** The bytes of a key typed at the end of a field: of each program the key in the middle. */
export const keystrokeBytes: Measure = {
	name: 'keystroke-bytes',
	needsRoot: false,
	async find({folder}) {
		const root = join(folder, 'root');
		const own: Command = [process.execPath, 'dist/cli.js', '--root', root];
		const ours = await onTerminal(own, async terminal => {
			await terminal.shows(/Enter begin/);
			terminal.type(keys.enter);
			return bytesOfKey(terminal);
		});
		const others = await Promise.all(
			peers.map(
				async ([name, command]) => [name, await onTerminal(command, bytesOfKey)] as const,
			),
		);
		return {
			findings: besideEach(
				'a key typed into a field, 80x24',
				{value: ours, unit: 'B'},
				others,
				{of: 'figure', atMost: 4},
			),
		};
	},
};

async function bytesOfKey({shows, type, takeBytes}: CountedTerminal): Promise<number> {
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

	return middleOf(counts);
}
