/** A zone or a policy as `firewall-cmd --list-all-zones` and `--list-all-policies` tell it. */
export type ListedZone = {
	readonly name: string;
	readonly target: string;
	/** By name: `services`, `ports`, `sources`, `rich rules`…; what has no value is empty. */
	readonly fields: ReadonlyMap<string, readonly string[]>;
};

/**
 * Reads what firewall-cmd prints: a line with the name, then `  field: word word`, or a
 * field with one value a line below it.
 */
export function parseZones(text: string): readonly ListedZone[] {
	return text
		.split(/\n(?=\S)/)
		.filter(block => block.trim() !== '')
		.map(block => {
			const [head = '', ...lines] = block.split('\n');
			const fields = fieldsOf(lines);
			return {
				// `public (default, active)`
				name: head.replace(/ \(.*\)$/, ''),
				target: fields.get('target')?.[0] ?? 'default',
				fields,
			};
		});
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const fields = new Map<string, readonly string[]>();
	let last = '';
	for (const line of lines) {
		const [, name, words = ''] = /^ {2}([a-z][a-z -]*):(.*)$/.exec(line) ?? [];
		if (name === undefined) {
			fields.set(last, [...(fields.get(last) ?? []), line.trim()].filter(isSaid));
		} else {
			last = name;
			fields.set(name, words.split(/\s+/).filter(isSaid));
		}
	}

	return fields;
}

function isSaid(word: string): boolean {
	return word !== '';
}
