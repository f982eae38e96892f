import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {apartSettings} from './apart-settings.js';
import type {RunCommand} from './command.js';
import {isThere} from './files.js';
import type {OwnCommand} from './own-command.js';

const unit = 'analytics-setup-guard';

export type ApartOptions = {
	readonly run: RunCommand;
	/** The folders that it writes to; they have to be there. */
	readonly writes: readonly string[];
};

/**
 * Starts a part of this program that outlives this process, its terminal, its session and
 * its unit: as a service of systemd where that runs, which also starts it again when it is
 * killed; otherwise in a session of its own, below a process that does the same.
 */
export async function startApart(
	own: OwnCommand,
	arguments_: readonly string[],
	{run, writes}: ApartOptions,
): Promise<void> {
	if (await isThere('/run/systemd/system')) {
		const settings = apartSettings(writes).flatMap(each => ['--property', each]);
		await run('systemd-run', [
			...['--quiet', '--collect', `--unit=${unit}`],
			...settings,
			...['--', ...own, ...arguments_],
		]);
		return;
	}

	await startKept(own, arguments_);
}

/** Starts it in a session of its own, below a process that starts it again when it is killed. */
export async function startKept(
	[file, ...own]: OwnCommand,
	arguments_: readonly string[],
): Promise<void> {
	const keeper = spawn(file, [...own, ...arguments_, '--keep-alive'], {
		cwd: '/',
		detached: true,
		stdio: 'ignore',
	});
	await once(keeper, 'spawn');
	keeper.unref();
}

export type KeepOptions = {
	/** How often a part that is killed is started again. */
	readonly attempts: number;
	/** Done each time that it was killed, after so many milliseconds, before the next start. */
	readonly tidyUp: (lasted: number) => Promise<void>;
};

/**
 * Runs a part of this program, and again when it is killed. Each time all its processes
 * are ended first: none may go on with what the next one takes back.
 */
export async function keepAlive(
	[file, ...own]: OwnCommand,
	arguments_: readonly string[],
	{attempts, tidyUp}: KeepOptions = {attempts: 5, tidyUp: async () => undefined},
): Promise<void> {
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const start = performance.now();
		const part = spawn(file, [...own, ...arguments_], {detached: true, stdio: 'ignore'});
		const [code] = (await once(part, 'exit')) as [number | null];
		if (code === 0) {
			return;
		}

		await tidyUp(performance.now() - start);
		endGroup(part.pid);
	}
}

function endGroup(leader: number | undefined): void {
	try {
		if (leader !== undefined) {
			process.kill(-leader, 'SIGKILL');
		}
	} catch {
		// Nothing of it is left.
	}
}
