/**
 * Does the same with each of many values, a few at a time, and hands over what came of it
 * in their order.
 */
export async function sideBySide<Value, Result>(
	values: readonly Value[],
	work: (value: Value) => Promise<Result>,
	onResult: (result: Result) => void,
	most = 6,
): Promise<readonly Result[]> {
	const results = new Map<number, Result>();
	let begun = 0;
	let told = 0;
	const workOn = async () => {
		while (begun < values.length) {
			const index = begun;
			begun += 1;
			results.set(index, await work(values[index] as Value));
			for (let next = results.get(told); next !== undefined; next = results.get(told)) {
				told += 1;
				onResult(next);
			}
		}
	};

	await Promise.all(Array.from({length: most}, workOn));
	return values.flatMap((_, index) => results.get(index) ?? []);
}
