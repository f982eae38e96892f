/**
 * Keeps what is equal only once: a row stands alike on most of a thousand servers. What is
 * kept is a copy, as a text that was cut keeps the whole of it in memory.
 */
export function keepOnce(): <Value>(value: Value) => Value {
	const kept = new Map<string, unknown>();
	return <Value>(value: Value) => {
		const text = JSON.stringify(value);
		if (!kept.has(text)) {
			kept.set(text, JSON.parse(text));
		}

		return kept.get(text) as Value;
	};
}
