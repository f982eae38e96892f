/** Numbers what is met, in the order in which it is met first. */
export type Numbered = (key: string) => number;

export function numbered(): Numbered {
	const numbers = new Map<string, number>();
	return key => {
		const number = numbers.get(key) ?? numbers.size + 1;
		numbers.set(key, number);
		return number;
	};
}
