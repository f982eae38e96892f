/**
 * Gathers what comes while something is written, and writes it all at once next. Resolves
 * when what was handed in is written, and, for nothing, when everything that came before is.
 *
 * @param write is not called again before it has ended
 */
export function inTurns<Item>(
	write: (items: readonly Item[]) => Promise<void>,
): (items: readonly Item[]) => Promise<void> {
	let waiting: Item[] = [];
	let running: Promise<void> = Promise.resolve();
	let next: Promise<void> | undefined;

	const begin = async () => {
		await running.catch(() => undefined);
		const items = waiting;
		waiting = [];
		next = undefined;
		running = write(items);
		await running;
	};

	return async items => {
		if (items.length === 0) {
			await (next ?? running);
			return;
		}

		waiting.push(...items);
		next ??= begin();
		await next;
	};
}
