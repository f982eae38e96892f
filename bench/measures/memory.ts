import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {pages, review, walk} from '../../test/terminal/walk.js';
import {bundlePeer} from '../bundle-peer.js';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {onRawTerminal} from '../on-raw-terminal.js';
import {onTerminal} from '../on-terminal.js';
import {findingOf, inPairs} from '../pairs.js';
import {programs} from '../programs.js';
import type {Command} from '../run-time.js';
import {helloOnScreen, type OnScreen, wizardOnScreen} from '../wizard-on-terminal.js';

const pairs = 3;

/** The most memory that the wizard ever has, once it hears keys and behind its last page. */
export const memory: Measure = {
	name: 'memory',
	needsRoot: false,
	async find({folder, say}) {
		const hello = helloOnScreen(await bundlePeer('ink-hello.tsx', folder));
		const findings: Finding[] = [];
		let walks = 0;
		for (const [kind, program] of programs) {
			await forgetPages(program[0]);
			const wizard = wizardOnScreen(program, join(folder, 'root'));
			for (const [when, ours] of [
				['first frame', () => peakOnceHeard(wizard)],
				[
					'all its pages',
					() => {
						walks += 1;
						return peakOnceWalked([...program, '--root', join(folder, `walk-${walks}`)]);
					},
				],
			] as const) {
				say(`${when}, ${kind}`);
				const pair = await inPairs(pairs, ours, () => peakOnceHeard(hello));
				const what = `peak memory of the wizard after ${when}, ${kind}`;
				findings.push(
					findingOf(pair, 'MB', [what, 'Ink hello'], {of: 'ratio', atMost: 1.4}),
				);
			}
		}

		return {findings};
	},
};

const run = promisify(execFile);

/**
 * Has a program read from its disk again, as after a restart of the machine: the kernel maps
 * a file that was only just written in far larger pieces, and counts all of them.
 */
async function forgetPages(file: string): Promise<void> {
	await run('sync', [file]);
	await run('dd', [`if=${file}`, 'iflag=nocache', 'count=0']);
}

async function peakOnceHeard({command, frame, key, heard}: OnScreen): Promise<number> {
	return onRawTerminal(command, async ({pid, until, type}) => {
		await until(frame);
		type(key);
		await until(heard);
		return peakOf(pid);
	});
}

async function peakOnceWalked(command: Command): Promise<number> {
	return onTerminal(command, async terminal => {
		await walk(terminal, pages.length);
		await terminal.shows(review);
		return peakOf(terminal.pid);
	});
}

/** Megabytes, from what proc(5) calls VmHWM. */
async function peakOf(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const [, kibibytes = 'NaN'] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
	return (Number(kibibytes) * 1024) / 1e6;
}
