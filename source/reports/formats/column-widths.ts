/**
 * How wide each column of a table may be, so that all of them fit side by side and no
 * word is broken; undefined where that cannot be. Room goes first to those that need little:
 * they shall not be broken for the sake of one that is broken anyway.
 */
export function columnWidths(
	rows: ReadonlyArray<readonly string[]>,
	room: number,
): readonly number[] | undefined {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const indexes = Array.from({length: columns}, (_, index) => index);
	const least = indexes.map(index => widest(rows, index, longestWord));
	const wanted = indexes.map(index => widest(rows, index, ({length}) => length));
	const spare = room - sum(least);
	if (spare < 0) {
		return undefined;
	}

	const missing = wanted.map((width, index) => width - (least[index] ?? 0));
	const most = mostForEach(missing, spare);
	return least.map((width, index) => width + Math.min(missing[index] ?? 0, most));
}

/** How much each may take at most, so that all of them find room together. */
function mostForEach(needs: readonly number[], room: number): number {
	let left = room;
	let count = needs.length;
	for (const need of needs.toSorted((a, b) => a - b)) {
		if (need * count > left) {
			return Math.floor(left / count);
		}

		left -= need;
		count -= 1;
	}

	return room;
}

function widest(
	rows: ReadonlyArray<readonly string[]>,
	index: number,
	measure: (text: string) => number,
): number {
	return rows.reduce((width, row) => Math.max(width, measure(row[index] ?? '')), 0);
}

function longestWord(text: string): number {
	return text.split(' ').reduce((longest, {length}) => Math.max(longest, length), 0);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
