/**
 * Networks that lie apart, in no order, as a list has them that grew over years: every tenth
 * is of IPv6.
 * @param count a power of ten, and 1,000,000 at most
 */
export function manyNetworks(count: number): readonly string[] {
	// A prime that no power of ten can be divided by, so that each comes once.
	return Array.from({length: count}, (_, index) => networkAt((index * 7919) % count));
}

/** The same networks in their order, by family. */
export function sortedNetworks(count: number): {
	readonly 4: readonly string[];
	readonly 6: readonly string[];
} {
	const all = Array.from({length: count}, (_, index) => networkAt(index));
	return {
		4: all.filter(network => !network.includes(':')),
		6: all.filter(network => network.includes(':')),
	};
}

function networkAt(index: number): string {
	if (index % 10 === 9) {
		const [high, low] = [index >> 16, index & 0xffff].map(part => part.toString(16));
		return `2001:db8:${high}:${low}::/64`;
	}

	return `10.${index >> 12}.${(index >> 4) & 255}.${(index & 15) * 16}/29`;
}
