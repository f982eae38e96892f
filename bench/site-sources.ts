/**
 * Addresses of 10.20.0.0/16 of which no two can be merged. The viewer of the campus is
 * among them, and no other host is.
 * @param count at least 4, and 32,768 at most
 */
export function siteSources(count: number): readonly string[] {
	return Array.from(
		{length: count},
		(_, index) => `10.20.${index >> 7}.${(index & 127) * 2 + 1}`,
	);
}
