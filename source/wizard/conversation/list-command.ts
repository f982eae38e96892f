/** What somebody wants of a list that is asked for. */
export type ListCommand =
	| {readonly kind: 'read-out'; readonly from: number}
	| {readonly kind: 'import'; readonly path: string}
	/** By its number, or by its own words. */
	| {readonly kind: 'take-away'; readonly which: string}
	| {
			readonly kind: 'add';
			readonly text: string;
			/** Whether that was all. */
			readonly isEnd: boolean;
	  };

/** Reads what was typed, or pasted: an empty line in the middle of a paste ends nothing. */
export function listCommandIn(text: string): ListCommand {
	const line = text.trim();
	const [, from] = /^list(?:\s+(\d{1,9}))?$/i.exec(line) ?? [];
	if (from !== undefined || line.toLowerCase() === 'list') {
		return {kind: 'read-out', from: Math.max(1, Number(from ?? 1))};
	}

	const [, path] = /^file\s+(.*)$/i.exec(line) ?? [];
	if (path !== undefined && path !== '') {
		return {kind: 'import', path};
	}

	const [, which] = /^-\s*(\S+)$/.exec(line) ?? [];
	return which === undefined
		? {kind: 'add', text: line, isEnd: /(?:^|\n)\s*$/.test(text)}
		: {kind: 'take-away', which};
}

/** Which entry is meant; -1 for none of them. */
export function indexOfEntry(entries: readonly string[], which: string): number {
	const index = entries.indexOf(which);
	const number = /^\d{1,9}$/.test(which) ? Number(which) : 0;
	return index === -1 && number <= entries.length ? number - 1 : index;
}
