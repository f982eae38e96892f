import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {setTimeout as delay} from 'node:timers/promises';
import {nameSet} from '../../../source/firewall/name-sets.js';
import type {Host} from '../../campus/host.js';
import {nftIn} from '../../campus/nft-in.js';

/** What the kernel permits for a name at this moment, in order. */
export async function permittedFor(host: Host, name: string): Promise<readonly string[]> {
	const sets = await Promise.all(
		([4, 6] as const).map(async family => {
			const listing = await nftIn(host, [
				...['-j', 'list', 'set', 'inet', 'analytics_setup', nameSet(name, family)],
			]);
			return elementsIn(JSON.parse(listing));
		}),
	);
	return sets.flat().toSorted();
}

type Listing = {
	readonly nftables: ReadonlyArray<{
		readonly set?: {
			readonly elem?: ReadonlyArray<string | {readonly elem: {readonly val: string}}>;
		};
	}>;
};

function elementsIn({nftables}: Listing): readonly string[] {
	return nftables
		.flatMap(({set}) => set?.elem ?? [])
		.map(element => (typeof element === 'string' ? element : element.elem.val));
}

/** The tables that there are, besides what others have. */
export async function ourTables(host: Host): Promise<readonly string[]> {
	const listing = await nftIn(host, ['list', 'tables']);
	return listing.split('\n').filter(line => line.includes('analytics_setup'));
}

/** The changes of nftables that the kernel tells while the work is done, a line each. */
export async function changesDuring(
	host: Host,
	work: () => Promise<void>,
): Promise<readonly string[]> {
	const [file, arguments_] = host.enter('stdbuf', ['-oL', 'nft', 'monitor']);
	const monitor = spawn(file, arguments_, {stdio: ['ignore', 'pipe', 'inherit']});
	const told: string[] = [];
	createInterface(monitor.stdout).on('line', line => told.push(line));
	/** Makes changes that mean nothing until one of them is told, and what is told with it. */
	const untilTold = async () => {
		while (!told.some(line => line.startsWith('delete table inet told'))) {
			await nftIn(host, ['-f', '-'], 'add table inet told\ndelete table inet told\n');
			// Each change has a monitor that still reads the tables begin again.
			await delay(500);
		}

		return told.splice(0);
	};
	try {
		await untilTold();
		await work();
		const lines = await untilTold();
		return lines.filter(line => line !== '' && !/^#|table inet told/.test(line));
	} finally {
		monitor.kill();
	}
}
