/** Breaks a text into lines of at most `width` columns, between words where it can. */
export function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap(each => pieces(each, width))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (longer.length > width) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}

	return line === '' ? lines : [...lines, line];
}

/** Cuts a text that is too long, and shows that it was cut. */
export function shorten(text: string, width: number, more: string): string {
	return text.length <= width
		? text
		: `${text.slice(0, Math.max(0, width - more.length))}${more}`.slice(0, width);
}

function pieces(word: string, width: number): readonly string[] {
	return word.length <= width
		? [word]
		: (word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);
}
