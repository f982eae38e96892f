/** What belongs together by its key, the most first, otherwise in the order in which it came. */
export function groupByKey<Item>(
	items: readonly Item[],
	keyOf: (item: Item) => string,
): ReadonlyArray<readonly Item[]> {
	return [...Map.groupBy(items, keyOf).values()].toSorted((a, b) => b.length - a.length);
}
