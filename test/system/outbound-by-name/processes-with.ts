import {readdir, readFile, readlink} from 'node:fs/promises';
import type {Host} from '../../campus/host.js';

/** The processes of a host whose last word of command is this one. */
export async function processesWith(
	host: Host,
	word: string,
): Promise<readonly number[]> {
	const network = await networkOf(host.pid);
	const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number);
	const found = await Promise.all(
		pids.map(async pid => {
			const given = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
			return given.endsWith(`\0${word}\0`) && (await networkOf(pid)) === network
				? [pid]
				: [];
		}),
	);
	return found.flat();
}

async function networkOf(pid: number): Promise<string | undefined> {
	return readlink(`/proc/${pid}/ns/net`).catch(() => undefined);
}
