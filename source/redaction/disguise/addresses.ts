import {type Address, bitsOf, parseAddress} from '../../addresses/address.js';
import {type Cidr, maskedCidr} from '../../addresses/cidr.js';
import {isLoopback} from '../../addresses/cidr-list.js';
import {type Numbered, numbered} from './numbered.js';

/** An address as texts have it, maybe with a prefix, and at the start of a line within JSON. */
const addressIn =
	/(?:(?<![\w.:-])|(?<=\\[nrt]))(?<address>\d{1,3}(?:\.\d{1,3}){3}|(?=[\da-f]{0,4}:)[\da-f:]{2,39}(?:\.\d{1,3}){0,3})(?:\/(?<prefix>\d{1,3}))?(?![\w-]|\.\d)/gi;
const hardwareAddress = /(?<![\w:-])[\da-f]{2}(?:[:-][\da-f]{2}){5}(?![\w:-])/gi;

/** Every network that a text names. */
export function networksIn(texts: readonly string[]): readonly Cidr[] {
	const found = texts.flatMap(text =>
		[...text.matchAll(addressIn)].flatMap(({groups = {}}) => {
			const address = parseAddress(groups.address ?? '');
			const prefix = Number(groups.prefix ?? Number.NaN);
			return address !== undefined && isNetwork(address, prefix)
				? [maskedCidr(address, prefix)]
				: [];
		}),
	);
	const unique = new Map(found.map(cidr => [keyOf(cidr), cidr]));
	return [...unique.values()];
}

/** Finds the smallest network around an address: there may be many, but few sizes of them. */
function finderOf(networks: readonly Cidr[]): (address: Address) => Cidr | undefined {
	const keys = new Set(networks.map(keyOf));
	const prefixes = [...new Set(networks.map(({prefix}) => prefix))].toSorted(
		(a, b) => b - a,
	);
	return address =>
		prefixes
			.filter(prefix => prefix < bitsOf[address.family])
			.map(prefix => maskedCidr(address, prefix))
			.find(cidr => keys.has(keyOf(cidr)));
}

/**
 * Puts tokens in the place of addresses: `ipv4-net-2/16`, `ipv4-net-2-host-5` for what lies
 * in there, `ipv6-3` for what lies in no network that was named.
 */
export function addressDisguise(networks: readonly Cidr[]): (text: string) => string {
	const networkNumbers = new Map<4 | 6, Numbered>([
		[4, numbered()],
		[6, numbered()],
	]);
	const hosts = new Map<string, Numbered>();
	const cards = numbered();
	const networkAround = finderOf(networks);
	const networkName = (cidr: Cidr) =>
		`ipv${cidr.family}-net-${networkNumbers.get(cidr.family)?.(keyOf(cidr))}`;
	const hostName = (address: Address) => {
		const network = networkAround(address);
		const place =
			network === undefined ? `ipv${address.family}` : `${networkName(network)}-host`;
		const number = hosts.get(place) ?? numbered();
		hosts.set(place, number);
		return `${place}-${number(String(address.value))}`;
	};

	const replace = (found: string, text: string, prefixText: string | undefined) => {
		const address = parseAddress(text);
		if (address === undefined || isEverybodys(address)) {
			return found;
		}

		if (prefixText === undefined) {
			return hostName(address);
		}

		const prefix = Number(prefixText);
		const isItself =
			isNetwork(address, prefix) && maskedCidr(address, prefix).first === address.value;
		const name = isItself ? networkName(maskedCidr(address, prefix)) : hostName(address);
		return `${name}/${prefixText}`;
	};

	return text =>
		text
			.replaceAll(hardwareAddress, card => `mac-${cards(card.toLowerCase())}`)
			.replaceAll(addressIn, replace);
}

function isNetwork({family}: Address, prefix: number): boolean {
	return prefix > 0 && prefix < bitsOf[family];
}

/** What says nothing about a site: this machine itself, everybody, groups, and masks. */
function isEverybodys(address: Address): boolean {
	const {family, value} = address;
	if (value === 0n || isLoopback(address)) {
		return true;
	}

	return family === 4
		? value >> 28n === 14n || value >> 24n === 255n || value >> 24n === 0n
		: value >> 120n === 0xffn;
}

function keyOf({family, first, prefix}: Cidr): string {
	return `${family} ${first} ${prefix}`;
}
