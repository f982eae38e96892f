import {join} from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {bundlePeer} from '../bundle-peer.js';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {onRawTerminal} from '../on-raw-terminal.js';
import {findingOf, inPairs} from '../pairs.js';
import {programs} from '../programs.js';
import {helloOnScreen, type OnScreen, wizardOnScreen} from '../wizard-on-terminal.js';

const pairs = 11;

/** In milliseconds: nobody leaves before it has come to rest. */
const rest = 400;

/** From the last key to the end of the process. */
export const quit: Measure = {
	name: 'quit',
	needsRoot: false,
	async find({folder, say}) {
		const hello = helloOnScreen(await bundlePeer('ink-hello.tsx', folder));
		const findings: Finding[] = [];
		for (const [kind, program] of programs) {
			const wizard = wizardOnScreen(program, join(folder, 'root'));
			for (const [name, peer, limit] of [
				['raw node', fromKeyToEnd, {of: 'ratio', atMost: 2}],
				['Ink hello', () => fromLastKey(hello), undefined],
			] as const) {
				say(`${kind}, beside ${name}`);
				const pair = await inPairs(pairs, () => fromLastKey(wizard), peer);
				const what = `quit key to the end of the wizard, ${kind}`;
				findings.push(findingOf(pair, 'ms', [what, name], limit));
			}
		}

		return {findings};
	},
};

async function fromLastKey({
	command,
	frame,
	key,
	heard,
	leave,
}: OnScreen): Promise<number> {
	return onRawTerminal(command, async ({until, type, exited}) => {
		await until(frame);
		type(key);
		await until(heard);
		await delay(rest);
		const start = performance.now();
		type(leave);
		await exited;
		return performance.now() - start;
	});
}

async function fromKeyToEnd(): Promise<number> {
	return onRawTerminal(
		[process.execPath, 'bench/peers/raw-key.mjs'],
		async ({until, type, exited}) => {
			await until(/Press a key/);
			await delay(rest);
			const start = performance.now();
			type('x');
			await exited;
			return performance.now() - start;
		},
	);
}
