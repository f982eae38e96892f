import {spawn} from 'node:child_process';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {renderNameSets} from '../../../source/firewall/name-sets.js';
import type {FollowBounds} from '../../../source/names/follow-bounds.js';
import {askFollower} from '../../../source/names/names-link.js';
import type {Host} from '../../campus/host.js';
import {nftIn} from '../../campus/nft-in.js';
import {bundleForHost, filesOf} from '../../campus/run-inside.js';

const program = '/run/campus/follower.mjs';
const patience = 30_000;

/** Five seconds stand for an hour: a question to a silent server takes nearly four. */
export const hasty = {
	shortestStay: 5000,
	longestStay: 60_000,
	shortestPause: 500,
	longestPause: 1000,
	round: 1000,
} satisfies Partial<FollowBounds>;

/** The folder of the follower's socket, for this process. */
export function runFolder(host: Host): string {
	return `${filesOf(host)}/run/analytics-setup`;
}

/**
 * Starts a follower of these names, with other bounds than the usual ones where it is told
 * so. An apply that comes after it starts none, because somebody is there.
 */
export async function startFollower(
	host: Host,
	names: readonly string[],
	bounds: Partial<FollowBounds> = hasty,
): Promise<void> {
	await host.write(
		program,
		await bundleForHost("import './test/system/outbound-by-name/follower-program.ts';"),
	);
	await nftIn(host, ['-f', '-'], renderNameSets(names));
	const [file, arguments_] = host.enter(process.execPath, [
		program,
		JSON.stringify(bounds),
	]);
	const follower = spawn(file, arguments_, {stdio: ['ignore', 'inherit', 'inherit']});
	follower.unref();
	await untilFollowing(host);
}

/** Waits until somebody follows names there, and hands on answers. */
export async function untilFollowing(host: Host): Promise<void> {
	const end = performance.now() + patience;
	while ((await askFollower(runFolder(host), 'look'))?.way !== 'answers') {
		if (performance.now() > end) {
			throw new Error(`Nobody follows names on "${host.name}".`);
		}

		await delay(20);
	}
}
