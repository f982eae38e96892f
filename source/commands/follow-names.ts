import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {runCommand} from '../host/command.js';
import {ownCommand} from '../host/own-command.js';
import {pathsFor} from '../host/paths.js';
import {keepAlive} from '../host/start-apart.js';
import {loadLateOnes} from '../late.js';
import {followContext} from '../names/follow-context.js';
import {followNames as followAll} from '../names/follow-names.js';
import {removeRedirect} from '../names/forwarding/redirect.js';
import {askFollower} from '../names/names-link.js';

export type FollowNamesFlags = {
	readonly root?: string;
	/** Stay above whoever follows the names, and start it again when it is killed. */
	readonly keepAlive?: true;
	/** Only wait until whoever follows the names answers, or has had the time to. */
	readonly untilReady?: true;
};

/** Follows the names in the rules of this server; run as a service. */
export async function followNames(flags: FollowNamesFlags): Promise<void> {
	const {root} = flags;
	const paths = pathsFor(root, true, process.env);
	if (flags.untilReady) {
		await untilReady(paths.run);
		return;
	}

	// A terminal or a session that ends is none of its business.
	process.on('SIGHUP', () => undefined);
	process.on('SIGINT', () => undefined);
	await loadLateOnes();
	if (flags.keepAlive) {
		const words = root === undefined ? [] : ['--root', root];
		await keepAlive(ownCommand(), ['follow-names', ...words], {attempts, tidyUp});
		return;
	}

	const stop = new AbortController();
	process.on('SIGTERM', () => stop.abort());
	await followAll({...followContext(paths), stop: stop.signal});
}

/** A server runs for years. */
const attempts = 10_000;

/** In milliseconds: whatever fails at once, each time, must not keep this server busy. */
const pause = 1000;

/** With nobody there to hand on answers, programs ask the DNS itself. */
async function tidyUp(lasted: number): Promise<void> {
	await runCommand('nft', ['-f', '-'], {input: removeRedirect}).catch(() => undefined);
	await delay(Math.max(0, pause - lasted));
}

/** In milliseconds: the start of the network waits for it. */
const patience = 10_000;

async function untilReady(run: string): Promise<void> {
	const end = performance.now() + patience;
	while ((await askFollower(run, 'tell')) === undefined && performance.now() < end) {
		await delay(20);
	}
}
