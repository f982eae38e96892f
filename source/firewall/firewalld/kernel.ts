import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {RunCommand} from '../../host/command.js';
import type {Listing} from '../nft-listing.js';
import {listWithoutElements} from '../own-table.js';

const table = {family: 'inet', name: 'firewalld'} as const;

/** What firewalld puts in the way while it reloads; a crash may leave it there. */
const dropTable = {family: 'inet', name: 'firewalld_policy_drop'} as const;

/** firewalld's rules as the kernel holds them. */
export type KernelTables = {
	/** What `nft -j -n list table` prints; undefined where the table is missing. */
	readonly listing: string | undefined;
	/** Whether a reload is under way, or ended in a crash. */
	readonly isDropping: boolean;
};

export async function readTables(run: RunCommand): Promise<KernelTables> {
	const {stdout} = await run('nft', listWithoutElements);
	const {nftables}: Listing = JSON.parse(stdout);
	const has = ({family, name}: typeof table | typeof dropTable) =>
		nftables.some(
			object => object.table?.family === family && object.table.name === name,
		);
	const list = ['-j', '-n', 'list', 'table', table.family, table.name];
	return {
		listing: has(table) ? (await run('nft', list)).stdout : undefined,
		isDropping: has(dropTable),
	};
}

/** Puts firewalld's rules back without firewalld, in one transaction. */
export async function putBackTables(
	run: RunCommand,
	listing: string | undefined,
): Promise<void> {
	const {nftables}: Listing =
		listing === undefined ? {nftables: []} : JSON.parse(listing);
	const commands = [
		...[table, dropTable].flatMap(each => [
			{add: {table: each}},
			{delete: {table: each}},
		]),
		// A table with an owner (since 2.2) would vanish with the nft that loads it.
		...nftables.map(object => (object.table === undefined ? object : {table})),
	];
	// Not by stdin: nft opens /dev/stdin for JSON, and Node.js makes that a socket.
	const folder = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
	try {
		const file = join(folder, 'tables.json');
		await writeFile(file, JSON.stringify({nftables: commands}), {mode: 0o600});
		await run('nft', ['-j', '-f', file]);
	} finally {
		await rm(folder, {recursive: true});
	}
}
