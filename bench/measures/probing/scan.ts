import type {Host} from '../../../test/campus/host.js';
import type {Target} from './probe-list.js';

export type Scanned = {
	readonly milliseconds: number;
	/** Of how many targets it says that something on the way swallows what is sent to them. */
	readonly silent: number;
	readonly all: number;
};

/**
 * nmap as it usually goes, over IPv4 and IPv6 at the same time. It tries every port on every
 * host; only the targets count.
 */
export async function scan(host: Host, targets: readonly Target[]): Promise<Scanned> {
	const hosts = [...new Set(targets.map(target => target.host))];
	const ports = [...new Set(targets.map(({port}) => port))];
	const start = performance.now();
	const listings = await Promise.all(
		[[], ['-6']].map(async family => {
			const {exitCode, stdout, stderr} = await host.run('nmap', [
				...[...family, '-sT', '-Pn', '-oG', '-', '-p', ports.join(',')],
				...hosts,
			]);
			if (exitCode !== 0) {
				throw new Error(`nmap fails: ${stderr}`);
			}

			return stdout;
		}),
	);
	const milliseconds = performance.now() - start;
	const states = listings.flatMap(listing => statesIn(listing, hosts, targets));
	const silent = states.filter(state => state === 'filtered').length;
	return {milliseconds, silent, all: states.length};
}

/** A line for each host, in the order in which they were named. */
function statesIn(
	listing: string,
	hosts: readonly string[],
	targets: readonly Target[],
): readonly string[] {
	const lines = listing.split('\n').filter(line => line.includes('\tPorts: '));
	return targets.map(({host, port}) => {
		const state = new RegExp(` ${port}/(\\w+)/tcp`).exec(
			lines[hosts.indexOf(host)] ?? '',
		);
		if (state?.[1] === undefined) {
			throw new Error(`nmap says nothing of ${host} ${port}: ${listing}`);
		}

		return state[1];
	});
}
