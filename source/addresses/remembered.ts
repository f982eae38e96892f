/**
 * The same reading, which knows the texts that it read before: a list of thousands is read
 * again whenever one of its entries changes.
 */
export function remembered<Value>(
	read: (text: string) => Value,
): (text: string) => Value {
	const known = new Map<string, Value>();
	return text => {
		const value = known.get(text) ?? read(text);
		if (known.size >= most) {
			known.clear();
		}

		known.set(text, value);
		return value;
	};
}

const most = 50_000;
