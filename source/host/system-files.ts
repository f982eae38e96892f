import {type Address, parseAddress} from '../addresses/address.js';

/** The `nameserver` lines of a resolv.conf (resolv.conf(5)). */
export function parseResolvers(text = ''): readonly Address[] {
	return wordsByLine(text).flatMap(([keyword, server = '']) =>
		keyword === 'nameserver' ? (parseAddress(server) ?? []) : [],
	);
}

/** The first domain of the last `search` or `domain` line of a resolv.conf. */
export function parseSearchDomain(text = ''): string | undefined {
	return wordsByLine(text).findLast(
		([keyword]) => keyword === 'search' || keyword === 'domain',
	)?.[1];
}

/** The names of a hosts file and their addresses (hosts(5)). */
export function parseHosts(text = ''): ReadonlyMap<string, readonly Address[]> {
	const hosts = new Map<string, readonly Address[]>();
	for (const [addressText = '', ...names] of wordsByLine(text)) {
		const address = parseAddress(addressText);
		if (address !== undefined) {
			for (const name of names.map(each => each.toLowerCase())) {
				hosts.set(name, [...(hosts.get(name) ?? []), address]);
			}
		}
	}

	return hosts;
}

/** The servers, pools and peers of a chrony.conf (chrony.conf(5)). */
export function parseChronyServers(text = ''): readonly string[] {
	return wordsByLine(text).flatMap(([keyword = '', server = '']) =>
		['server', 'pool', 'peer'].includes(keyword.toLowerCase()) && server !== ''
			? [server]
			: [],
	);
}

function wordsByLine(text: string): ReadonlyArray<readonly string[]> {
	return text
		.split('\n')
		.map(line => line.replace(/[#;!%].*$/, '').trim())
		.filter(line => line !== '')
		.map(line => line.split(/\s+/));
}
