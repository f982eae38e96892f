import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import type {Finding} from '../finding.js';
import type {Measure} from '../measure.js';
import {onRawTerminal, type RawTerminal} from '../on-raw-terminal.js';
import {programs} from '../programs.js';
import {wizardOnScreen} from '../wizard-on-terminal.js';

const seconds = 10;

/** What the wizard does while nobody does anything. */
export const idle: Measure = {
	name: 'idle',
	needsRoot: false,
	async find({folder, say}) {
		const findings: Finding[] = [];
		for (const [kind, program] of programs) {
			const {command, frame} = wizardOnScreen(program, join(folder, 'root'));
			for (const [where, keys, shown] of [
				['the welcome', '', undefined],
				['a page', '\r', /What is the name of this server/],
			] as const) {
				say(`${where}, ${kind}`);
				const {bytes, switches} = await onRawTerminal(command, async terminal => {
					await terminal.until(frame);
					terminal.type(keys);
					await (shown === undefined ? undefined : terminal.until(shown));
					return whileIdle(terminal);
				});
				const alone = {peer: undefined, ratio: undefined};
				const none = {of: 'figure', atMost: 0} as const;
				findings.push(
					{
						what: `bytes in ${seconds} idle seconds on ${where}, ${kind}`,
						ours: {value: bytes, unit: 'B'},
						...alone,
						limit: none,
					},
					{
						what: `wake-ups in ${seconds} idle seconds on ${where}, ${kind}`,
						ours: {value: switches, unit: 'switches'},
						...alone,
						limit: none,
					},
				);
			}
		}

		return {findings};
	},
};

async function whileIdle({pid, written}: RawTerminal) {
	await atRest(pid);
	const before = {bytes: written(), switches: await switchesOf(pid)};
	await delay(seconds * 1000);
	return {
		bytes: written() - before.bytes,
		switches: (await switchesOf(pid)) - before.switches,
	};
}

/** Once it has done nothing for two seconds; what never rests is found out anyhow. */
async function atRest(pid: number): Promise<void> {
	let last = -1;
	for (let tries = 0; tries < 10; tries += 1) {
		const now = await switchesOf(pid);
		if (now === last) {
			return;
		}

		last = now;
		await delay(2000);
	}
}

/** How often any of its threads was taken off a processor: asleep, it is not. */
async function switchesOf(pid: number): Promise<number> {
	const threads = await readdir(`/proc/${pid}/task`);
	const counts = await Promise.all(
		threads.map(async thread => {
			const status = await readFile(`/proc/${pid}/task/${thread}/status`, 'utf8');
			return [...status.matchAll(/ctxt_switches:\s+(\d+)/g)].map(([, count]) =>
				Number(count),
			);
		}),
	);
	return counts.flat().reduce((sum, count) => sum + count, 0);
}
