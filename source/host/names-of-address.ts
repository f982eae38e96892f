import {Resolver} from 'node:dns/promises';
import {type Address, formatAddress} from '../addresses/address.js';
import {plainText} from '../plain-text.js';
import {faultOf, firstTry, type NameFault, secondTry} from './resolver.js';

/** What the DNS says of the names of an address (PTR). */
export type PointerAnswer =
	| {readonly outcome: 'answered'; readonly names: readonly string[]}
	| {readonly outcome: NameFault};

/** Asks the DNS servers, a later one where an earlier one gives no answer; 3.6 s at most. */
export async function namesOfAddress(
	address: Address,
	servers: readonly Address[],
): Promise<PointerAnswer> {
	if (servers.length === 0) {
		return {outcome: 'no-server'};
	}

	const resolver = new Resolver({timeout: firstTry, tries: 2, maxTimeout: secondTry});
	resolver.setServers(
		servers.map(server =>
			server.family === 6 ? `[${formatAddress(server)}]` : formatAddress(server),
		),
	);
	const timer = setTimeout(() => resolver.cancel(), firstTry + secondTry);
	try {
		const names = await resolver.reverse(formatAddress(address));
		return {outcome: 'answered', names: names.map(name => plainText(name, longestName))};
	} catch (error) {
		return {outcome: faultOf(error)};
	} finally {
		clearTimeout(timer);
	}
}

const longestName = 253;
