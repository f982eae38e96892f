import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Host} from '../../test/campus/host.js';
import {runTime} from '../run-time.js';
import {sortedNetworks} from './many-networks.js';

/** The same networks by files that somebody has written, and by nft alone. */
export type ByHand = {
	/** `nft -f` where there is no such table, and `nft -j list`. */
	readonly load: (host: Host) => Promise<number>;
	/** The same where it is full already. */
	readonly loadAgain: (host: Host) => Promise<number>;
	readonly remove: (host: Host) => Promise<void>;
};

const table = ['inet', 'by_hand'] as const;

/** @param folder where the files are put */
export async function writeByHand(folder: string, count: number): Promise<ByHand> {
	const networks = sortedNetworks(count);
	const first = join(folder, `by-hand-${count}.nft`);
	const again = join(folder, `by-hand-${count}-again.nft`);
	await writeFile(first, firstScript(networks));
	await writeFile(again, againScript(networks));
	const nft = (host: Host, ...arguments_: readonly string[]) => {
		const [program, rest] = host.enter('nft', arguments_);
		return runTime([program, ...rest]);
	};

	const loadFrom = async (host: Host, file: string) =>
		(await nft(host, '-f', file)) + (await nft(host, '-j', 'list', 'table', ...table));

	return {
		load: host => loadFrom(host, first),
		loadAgain: host => loadFrom(host, again),
		async remove(host) {
			await host.run('nft', ['delete', 'table', ...table]);
		},
	};
}

type Networks = ReturnType<typeof sortedNetworks>;

function firstScript(networks: Networks): string {
	return `table inet by_hand {
	set sources4 { type ipv4_addr; flags interval; elements = { ${linesOf(networks[4])} }; }
	set sources6 { type ipv6_addr; flags interval; elements = { ${linesOf(networks[6])} }; }
	chain input {
		type filter hook input priority 0; policy drop;
		ip saddr @sources4 tcp dport 9999 accept
		ip6 saddr @sources6 tcp dport 9999 accept
	}
}
`;
}

/** Nothing is left out of the kernel at any moment. */
function againScript(networks: Networks): string {
	return ([4, 6] as const)
		.map(
			family => `flush set inet by_hand sources${family}
add element inet by_hand sources${family} { ${linesOf(networks[family])} }
`,
		)
		.join('');
}

function linesOf(networks: readonly string[]): string {
	return networks.join(',\n');
}
