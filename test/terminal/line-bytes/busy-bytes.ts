import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {type Command, measuredOn} from './counted-terminal.js';

const seconds = 6;

export const busyScreen = (writer: string): Command => [
	process.execPath,
	'--import=tsx',
	'test/terminal/line-bytes/busy-screen.tsx',
	writer,
];

/** What a script does that shows its progress as often as ours moves. */
const percentages = 'i=0; while :; do echo $((i = (i + 1) % 100)); sleep 0.6; done';
const infoBoxes =
	'while :; do for dots in . .. ...; do dialog --infobox "Working out the rules $dots" 8 60; sleep 0.6; done; done';

const contestants: ReadonlyArray<readonly [name: string, command: Command]> = [
	['analytics-setup', busyScreen('own')],
	[
		'dialog --gauge',
		['sh', '-c', `${percentages} | dialog --gauge "Working out the rules" 8 60`],
	],
	[
		'whiptail --gauge',
		['sh', '-c', `${percentages} | whiptail --gauge "Working out the rules" 8 60 0`],
	],
	['dialog --infobox', ['sh', '-c', infoBoxes]],
	['Ink, changed lines only', busyScreen('changed-lines')],
	['Ink as shipped', busyScreen('shipped')],
];

/** The bytes a second of something that says that work goes on. */
export async function busyBytes() {
	return Promise.all(
		contestants.map(async ([name, command]) => [name, await measure(command)] as const),
	);
}

const measure = (command: Command) =>
	measuredOn(command, async ({shows, takeBytes}) => {
		await shows(/Working out the rules/);
		// The first picture is no part of it.
		await delay(1000);
		takeBytes();
		await delay(seconds * 1000);
		return takeBytes() / seconds;
	});
