/** `1 entry`, `1,000 entries` */
export function counted(count: number, one: string, many: string): string {
	return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;
}

/** `10.20.0.0/16, 10.24.8.0/22 and 998 more` */
export function firstFew(texts: readonly string[], most = 3): string {
	const rest = texts.length - most;
	return rest > 0
		? `${texts.slice(0, most).join(', ')} and ${rest.toLocaleString('en')} more`
		: texts.join(', ');
}
