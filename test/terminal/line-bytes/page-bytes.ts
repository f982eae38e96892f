import process from 'node:process';
import {keys} from '../keys.js';
import {answerPage, pages} from '../walk.js';
import {type CountedTerminal, measuredOn} from './counted-terminal.js';

type Row = readonly [name: string, bytes: number | undefined];

/** The bytes until a page stands: of ours each one, of the others a box, which is a run. */
export async function pageBytes(root: string): Promise<readonly Row[]> {
	const ours = await measuredOn(
		[process.execPath, 'dist/cli.js', '--root', root],
		walkThrough,
	);
	const boxes: Row[] = [];
	for (const program of ['dialog', 'whiptail']) {
		const command = [program, '--inputbox', 'Which networks?', '10', '60'] as const;
		const bytes = await measuredOn(command, ({bytesUntil}) =>
			bytesUntil(/Which networks/),
		);
		boxes.push([`${program} --inputbox`, bytes]);
	}

	return [...(ours ?? [['analytics-setup', undefined] as const]), ...boxes];
}

async function walkThrough(terminal: CountedTerminal): Promise<readonly Row[]> {
	const {type, takeBytes, bytesUntil} = terminal;
	const rows: Row[] = [];
	const titles = pages.map(({title}) => title);
	const standsAfter = async (key: string, name: string, shown: RegExp) => {
		takeBytes();
		type(key);
		rows.push([name, await bytesUntil(shown)]);
	};

	rows.push(['the first screen', await bytesUntil(/Enter begin/)]);
	type(keys.enter);
	rows.push(['on to Server', await bytesUntil(/What is the name/)]);
	for (const [index, title] of [...titles.slice(1), 'the review'].entries()) {
		await answerPage(terminal, index);
		rows.push([`on to ${title}`, await bytesUntil(/Esc back/)]);
	}

	for (const {title, question} of pages.toReversed()) {
		await standsAfter(keys.escape, `back to ${title}`, question);
	}

	await standsAfter('?', 'help', /^ Help/);
	await standsAfter(keys.escape, 'help closed', /Enter next/);
	await standsAfter('\f', 'Ctrl-L', /Enter next/);
	return rows;
}
