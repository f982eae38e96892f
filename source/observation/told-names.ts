import {type Address, formatAddress} from '../addresses/address.js';
import {plainText} from '../plain-text.js';

/** Addresses that the DNS has told a program of this server for a name. */
export type Told = {
	readonly name: string;
	readonly addresses: ReadonlyArray<{readonly address: Address}>;
};

/** Remembers for which names addresses were told. */
export type ToldNames = {
	readonly onTold: (told: Told) => void;
	/** The one that was told last comes last. */
	readonly namesOf: (address: Address) => readonly string[];
};

/** Of the addresses that were told, and of the names for each. */
const mostAddresses = 20_000;
const mostNames = 8;

const longestName = 253;

/** What was told longest ago makes room. */
export function toldNames(most = mostAddresses): ToldNames {
	const told = new Map<string, readonly string[]>();
	return {
		onTold({name, addresses}) {
			const plain = plainText(name, longestName);
			for (const key of addresses.map(({address}) => formatAddress(address))) {
				const names = withName(told.get(key) ?? [], plain);
				// A map keeps the order in which its keys came.
				told.delete(key);
				told.set(key, names);
			}

			for (const key of told.keys()) {
				if (told.size <= most) {
					break;
				}

				told.delete(key);
			}
		},
		namesOf: address => told.get(formatAddress(address)) ?? [],
	};
}

/** So many names at most, that one last. */
export function withName(names: readonly string[], name: string): readonly string[] {
	return [...names.filter(each => each !== name), name].slice(-mostNames);
}
