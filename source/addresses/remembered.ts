/**
 * The same reading, which knows the texts that it read before: a list of thousands is read
 * again whenever one of its entries changes.
 *
 * @param most how many texts it knows; then it begins anew
 */
export function remembered<Value extends object>(
	read: (text: string) => Value,
	most = 200_000,
): (text: string) => Value {
	const known = new Map<string, Value>();
	return text => {
		const before = known.get(text);
		if (before !== undefined) {
			return before;
		}

		if (known.size >= most) {
			known.clear();
		}

		const value = read(text);
		known.set(text, value);
		return value;
	};
}
