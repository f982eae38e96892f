import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';
import {runProgram} from '../../campus/appliance.js';
import type {Host} from '../../campus/host.js';
import {filesOf} from '../../campus/run-inside.js';
import type {Mode, Site} from './site.js';

const journal = '/var/lib/analytics-setup/trial/journal.jsonl';
const patience = 20_000;

/** Applies a mode on trial, does something while it is, and ends it by a command. */
export async function onTrial(
	{campus, writeAnswers}: Site,
	mode: Mode,
	work: () => Promise<void>,
	end: readonly string[],
): Promise<void> {
	const path = await writeAnswers(mode);
	const ended = runProgram(campus, [
		...['apply', '--confirm-within', '60', '--answers', path],
	]);
	await untilOnTrial(campus.hosts.appliance);
	await work();
	const {exitCode, stderr} = await runProgram(campus, end);
	assert.equal(exitCode, 0, stderr);
	await ended;
}

export async function untilOnTrial(host: Host): Promise<void> {
	const path = `${filesOf(host)}${journal}`;
	const end = performance.now() + patience;
	while (!(await readFile(path, 'utf8').catch(() => '')).includes('"on-trial"')) {
		assert.ok(performance.now() < end, 'no trial begins');
		// The guard is no child of ours, so it tells us nothing.
		await delay(20);
	}
}
