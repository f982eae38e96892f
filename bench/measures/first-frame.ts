import {join} from 'node:path';
import process from 'node:process';
import {bundlePeer} from '../bundle-peer.js';
import type {Finding, Limit} from '../finding.js';
import type {Measure} from '../measure.js';
import {onRawTerminal} from '../on-raw-terminal.js';
import {findingOf, inPairs} from '../pairs.js';
import {programs} from '../programs.js';
import {helloOnScreen, type OnScreen, wizardOnScreen} from '../wizard-on-terminal.js';

const pairs = 11;

/** How soon the wizard is there, and hears a key that is pressed at once. */
export const firstFrame: Measure = {
	name: 'first-frame',
	needsRoot: false,
	async find({folder, say}) {
		const hello = helloOnScreen(await bundlePeer('ink-hello.tsx', folder));
		const findings: Finding[] = [];
		const compare = async (
			what: string,
			ours: () => Promise<number>,
			[name, peer]: readonly [name: string, time: () => Promise<number>],
			limit: Limit | undefined,
		) => {
			say(`${what}, beside ${name}`);
			const pair = await inPairs(pairs, ours, peer);
			findings.push(findingOf(pair, 'ms', [what, name], limit));
		};

		for (const [kind, program] of programs) {
			const wizard = wizardOnScreen(program, join(folder, 'root'));
			const frame = `first frame of the wizard, ${kind}`;
			await compare(
				frame,
				() => untilFrame(wizard),
				['Ink hello', () => untilFrame(hello)],
				{of: 'ratio', atMost: 1.1},
			);
			await compare(
				`first key heard by the wizard, ${kind}`,
				() => untilHeard(wizard),
				['Ink hello', () => untilHeard(hello)],
				{of: 'ratio', atMost: 1.1},
			);
			await compare(
				frame,
				() => untilFrame(wizard),
				['node -e 0', untilNodeEnds],
				undefined,
			);
		}

		return {findings};
	},
};

/** Milliseconds until the frame stands; a key that is pressed then must be heard. */
async function untilFrame({command, frame, key, heard}: OnScreen): Promise<number> {
	const start = performance.now();
	return onRawTerminal(command, async ({until, type}) => {
		await until(frame);
		const time = performance.now() - start;
		type(key);
		await until(heard);
		return time;
	});
}

/** Milliseconds until the answer to a key that is pressed as soon as the frame stands. */
async function untilHeard({command, frame, key, heard}: OnScreen): Promise<number> {
	const start = performance.now();
	return onRawTerminal(command, async ({until, type}) => {
		await until(frame);
		type(key);
		await until(heard);
		return performance.now() - start;
	});
}

async function untilNodeEnds(): Promise<number> {
	const start = performance.now();
	return onRawTerminal([process.execPath, '-e', '0'], async ({exited}) => {
		await exited;
		return performance.now() - start;
	});
}
