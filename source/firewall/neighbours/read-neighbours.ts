import {join} from 'node:path';
import {Failure} from '../../failure.js';
import type {RunCommand} from '../../host/command.js';
import {isThere, readFileIfThere} from '../../host/files.js';
import type {Policy} from '../../policy/policy.js';
import type {Listing} from '../nft-listing.js';
import type {Neighbour} from './neighbour.js';
import {neighboursOf} from './neighbours-of.js';

/**
 * Everybody else who has a say about packets on this machine. Nothing of theirs is ever
 * changed. What cannot be read is a neighbour too: it may refuse as well as any.
 *
 * @param root where /run and /proc are looked for
 */
export async function readNeighbours(
	run: RunCommand,
	policy: Pick<Policy, 'rules'>,
	root = '/',
): Promise<readonly Neighbour[]> {
	const found = await Promise.all([
		readFilters(run, policy, root),
		readService(run, root),
	]);
	return found.flat();
}

async function readFilters(
	run: RunCommand,
	policy: Pick<Policy, 'rules'>,
	root: string,
): Promise<readonly Neighbour[]> {
	try {
		const found = await Promise.all([readTables(run, policy), readOldTables(root)]);
		return found.flat();
	} catch (error) {
		const reason =
			error instanceof Failure ? error.message : 'nft lists them in an unknown way';
		return [
			{
				name: 'nftables',
				text: `Who else filters packets here could not be read (${reason}).`,
				isBlocking: true,
			},
		];
	}
}

async function readTables(
	run: RunCommand,
	policy: Pick<Policy, 'rules'>,
): Promise<readonly Neighbour[]> {
	// Without the elements of sets: a list of bans may be long.
	const {stdout} = await run('nft', ['-j', '-n', '-t', 'list', 'ruleset']);
	return neighboursOf(JSON.parse(stdout) as Listing, policy);
}

/** What the older iptables put into the kernel is no part of nftables (iptables(8)). */
async function readOldTables(root: string): Promise<readonly Neighbour[]> {
	const lists = await Promise.all(
		['ip_tables_names', 'ip6_tables_names'].map(name =>
			readFileIfThere(join(root, 'proc/net', name)),
		),
	);
	return lists.every(list => (list ?? '').trim() === '')
		? []
		: [
				{
					name: 'iptables-legacy',
					text: 'Rules of the older iptables are in effect, which nft does not show, and may still refuse what these rules permit; "iptables-save" shows them.',
					isBlocking: true,
				},
			];
}

async function readService(run: RunCommand, root: string): Promise<readonly Neighbour[]> {
	return (await isThere(join(root, 'run/systemd/system'))) && (await isEnabled(run))
		? [
				{
					name: 'nftables.service',
					text: 'nftables.service is enabled, and removes every table when it is stopped or restarted; ours comes back by itself, those of others may not.',
					isBlocking: false,
				},
			]
		: [];
}

/** `systemctl is-enabled` fails for a unit that is not enabled, or not there. */
async function isEnabled(run: RunCommand): Promise<boolean> {
	try {
		const {stdout} = await run('systemctl', ['is-enabled', 'nftables.service']);
		return stdout.trim().startsWith('enabled');
	} catch {
		return false;
	}
}
