const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};

/** An XML element, its attributes in the order given. Texts may hold anything. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | number>> = {},
	content: readonly string[] | string = [],
): string {
	const start = [
		name,
		...Object.entries(attributes).map(([key, value]) => `${key}="${encode(`${value}`)}"`),
	].join(' ');
	const inner = typeof content === 'string' ? encode(content) : content.join('');
	return inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>`;
}

/** A whole document, with each child of its root on a line of its own. */
export function xmlDocument(
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	children: readonly string[],
): string {
	const lines = children.map(child => `\n  ${child}`);
	return `<?xml version="1.0" encoding="utf-8"?>\n${element(name, attributes, [...lines, '\n'])}\n`;
}

function encode(text: string): string {
	return text.replaceAll(/[&<>"]/g, character => entities[character] ?? '');
}
