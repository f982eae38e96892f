import {setTimeout as delay} from 'node:timers/promises';
import {busyScreen} from '../../test/terminal/busy-screen-command.js';
import {besideEach} from '../beside-each.js';
import type {Measure} from '../measure.js';
import {onTerminal} from '../on-terminal.js';
import type {Command} from '../run-time.js';

const seconds = 6;
const doing = 'Working out the rules';

/** What a script does that shows its progress as often as ours moves. */
const percentages = 'i=0; while :; do echo $((i = (i + 1) % 100)); sleep 0.6; done';
const infoBoxes =
	'while :; do for dots in . .. ...; do dialog --infobox "$0 $dots" 8 60; sleep 0.6; done; done';

const inShell = (script: string): Command => ['sh', '-c', script, doing];

const peers: ReadonlyArray<readonly [name: string, command: Command]> = [
	['curses', ['python3', 'bench/peers/curses-busy.py', doing]],
	['dialog --gauge', inShell(`${percentages} | dialog --gauge "$0" 8 60`)],
	['whiptail --gauge', inShell(`${percentages} | whiptail --gauge "$0" 8 60 0`)],
	['dialog --infobox', inShell(infoBoxes)],
	['Ink, changed lines only', busyScreen('changed-lines')],
	['Ink as shipped', busyScreen('shipped')],
];

/** The bytes a second of something that says that work goes on. */
export const busyBytes: Measure = {
	name: 'busy-bytes',
	needsRoot: false,
	async find({say}) {
		say(`${seconds} s of each, at the same time`);
		const [ours = Number.NaN, ...others] = await Promise.all(
			[busyScreen('own'), ...peers.map(([, command]) => command)].map(bytesPerSecond),
		);
		return {
			findings: besideEach(
				'a busy indicator, 80x24',
				{value: ours, unit: 'B/s'},
				peers.map(([name], index) => [name, others[index] ?? Number.NaN]),
				{of: 'figure', atMost: 30},
			),
		};
	},
};

function bytesPerSecond(command: Command): Promise<number> {
	return onTerminal(command, async ({shows, takeBytes}) => {
		await shows(/Working out the rules/);
		// The first picture is no part of it.
		await delay(1000);
		takeBytes();
		await delay(seconds * 1000);
		return takeBytes() / seconds;
	});
}
