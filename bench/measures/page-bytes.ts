import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import type {CountedTerminal} from '../../test/helpers/counted-terminal.js';
import {keys} from '../../test/terminal/keys.js';
import {answerPage, pages} from '../../test/terminal/walk.js';
import {besideEach} from '../beside-each.js';
import type {Measure} from '../measure.js';
import {onTerminal} from '../on-terminal.js';
import type {Command} from '../run-time.js';

/** 9,600 baud, of which each byte takes ten. */
const bytesPerSecond = 960;

type Page = readonly [name: string, bytes: number];

const box = ['--inputbox', 'Which networks?', '10', '60'] as const;

/** The bytes until a page stands: of ours each one, of the others a box, which is a run. */
export const pageBytes: Measure = {
	name: 'page-bytes',
	needsRoot: false,
	async find({folder, say}) {
		say('a walk through the wizard');
		const root = join(folder, 'root');
		const own: Command = [process.execPath, 'dist/cli.js', '--root', root];
		const walked = await onTerminal(own, walkThrough);
		const boxes = await Promise.all(
			(['dialog', 'whiptail'] as const).map(async (program): Promise<Page> => {
				const command: Command = [program, ...box];
				const bytes = await onTerminal(command, terminal =>
					bytesUntil(terminal, /Which networks/),
				);
				return [`${program} --inputbox`, bytes];
			}),
		);
		const most = Math.max(...walked.map(([, bytes]) => bytes));
		return {
			findings: besideEach(
				'the longest page change, 80x24',
				{value: most, unit: 'B'},
				boxes,
			),
			details: formatPages([...walked, ...boxes]),
		};
	},
};

async function walkThrough(terminal: CountedTerminal): Promise<readonly Page[]> {
	const {type, takeBytes} = terminal;
	const found: Page[] = [];
	const standsAfter = async (key: string, name: string, shown: RegExp) => {
		takeBytes();
		type(key);
		found.push([name, await bytesUntil(terminal, shown)]);
	};

	found.push(['the first screen', await bytesUntil(terminal, /Enter begin/)]);
	await standsAfter(keys.enter, 'on to Server', /What is the name/);
	const titles = pages.slice(1).map(({title}) => title);
	for (const [index, title] of [...titles, 'the review'].entries()) {
		await answerPage(terminal, index);
		found.push([`on to ${title}`, await bytesUntil(terminal, /Esc back/)]);
	}

	for (const {title, question} of pages.toReversed()) {
		await standsAfter(keys.escape, `back to ${title}`, question);
	}

	await standsAfter('?', 'help', /^ Help/);
	await standsAfter(keys.escape, 'help closed', /Enter next/);
	await standsAfter('\f', 'Ctrl-L', /Enter next/);
	return found;
}

/** What was written until the screen shows something and nothing more comes. */
async function bytesUntil(
	{shows, takeBytes}: CountedTerminal,
	shown: RegExp,
): Promise<number> {
	await shows(shown);
	await delay(400);
	return takeBytes();
}

function formatPages(found: readonly Page[]): string {
	const lines = found.map(
		([name, bytes]) =>
			`| ${name} | ${bytes} | ${(bytes / bytesPerSecond).toFixed(2)} |\n`,
	);
	return `\nA page change, in bytes:\n\n| to | bytes | seconds at 9,600 baud |\n|---|--:|--:|\n${lines.join('')}`;
}
