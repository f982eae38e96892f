import {readdir, readFile, readlink} from 'node:fs/promises';
import {join} from 'node:path';
import {Failure} from '../../failure.js';
import type {RunCommand} from '../../host/command.js';
import {readFileIfThere} from '../../host/files.js';
import {isOnPath} from '../../host/find-program.js';

/**
 * What firewalld is doing. It is `failed` when it runs but could not load its rules, and
 * `hung` when it runs and does not answer.
 */
export type FirewalldState =
	| {readonly kind: 'absent' | 'stopped' | 'masked'}
	| {
			readonly kind: 'running' | 'failed' | 'hung';
			/** What puts its rules into the kernel. */
			readonly backend: 'nftables' | 'iptables';
	  };

/** Where to look. */
export type FirewalldPlaces = {
	/** `/etc/firewalld` */
	readonly folder?: string;
	/** The folders of programs; PATH unless told otherwise. */
	readonly path?: string;
	readonly proc?: string;
	/** Where systemd keeps what the administrator says about a service. */
	readonly units?: string;
};

/**
 * Finds out about firewalld without waking it: its slow programs are started only where
 * the daemon runs, and never waited for longer than 5 seconds.
 */
export async function findFirewalld(
	run: RunCommand,
	{
		folder = '/etc/firewalld',
		path,
		proc = '/proc',
		units = '/etc/systemd/system',
	}: FirewalldPlaces = {},
): Promise<FirewalldState> {
	if (!(await isOnPath('firewall-cmd', path))) {
		return {kind: 'absent'};
	}

	if (!(await isFirewalldUp(proc))) {
		return {kind: (await isMasked(units)) ? 'masked' : 'stopped'};
	}

	const [kind, backend] = await Promise.all([askState(run), readBackend(folder)]);
	return {kind, backend};
}

/** Whether the daemon runs, has failed to load its rules, or does not answer in 5 seconds. */
export async function askState(run: RunCommand): Promise<'running' | 'failed' | 'hung'> {
	try {
		await run('firewall-cmd', ['--state'], {timeout: 5000});
		return 'running';
	} catch (error) {
		// It says so in one word, "failed", with the exit code 251.
		const hasFailed = error instanceof Failure && /\bfailed$/.test(error.message);
		return hasFailed ? 'failed' : 'hung';
	}
}

/**
 * Whether its daemon runs in our network: a container's is none of our business.
 *
 * @param owner a process of that network
 */
export async function isFirewalldUp(proc = '/proc', owner = 'self'): Promise<boolean> {
	const own = await networkOf(proc, owner);
	const pids = (await readdir(proc)).filter(name => /^\d+$/.test(name));
	const found = await Promise.all(
		pids.map(
			async pid =>
				(await nameOf(proc, pid)) === 'firewalld' && (await networkOf(proc, pid)) === own,
		),
	);
	return found.includes(true);
}

/** Undefined for a process that has ended meanwhile. */
async function nameOf(proc: string, pid: string): Promise<string | undefined> {
	const name = await readFile(join(proc, pid, 'comm'), 'utf8').catch(() => undefined);
	return name?.trim();
}

async function networkOf(proc: string, pid: string): Promise<string | undefined> {
	return readlink(join(proc, pid, 'ns/net')).catch(() => undefined);
}

async function isMasked(units: string): Promise<boolean> {
	const link = await readlink(join(units, 'firewalld.service')).catch(() => '');
	return link === '/dev/null';
}

/** nftables is what firewalld falls back to, since 0.6. */
export async function readBackend(folder: string): Promise<'nftables' | 'iptables'> {
	const text = (await readFileIfThere(join(folder, 'firewalld.conf'))) ?? '';
	return /^[ \t]*FirewallBackend[ \t]*=[ \t]*iptables[ \t]*$/m.test(text)
		? 'iptables'
		: 'nftables';
}
