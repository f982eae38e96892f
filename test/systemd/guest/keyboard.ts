import {keys, oneKey} from '../../terminal/keys.js';

/** The names that qemu has for the keys of an American keyboard. */
const unshifted: Readonly<Record<string, string>> = {
	'\r': 'ret',
	'\t': 'tab',
	' ': 'spc',
	'-': 'minus',
	'=': 'equal',
	'[': 'bracket_left',
	']': 'bracket_right',
	';': 'semicolon',
	"'": 'apostrophe',
	'`': 'grave_accent',
	'\\': 'backslash',
	',': 'comma',
	'.': 'dot',
	'/': 'slash',
	[keys.escape]: 'esc',
	[keys.up]: 'up',
	[keys.down]: 'down',
	[keys.left]: 'left',
	[keys.right]: 'right',
	[keys.home]: 'home',
	[keys.end]: 'end',
	[keys.delete]: 'delete',
};

const shifted = {
	...{'!': '1', '@': '2', '#': '3', $: '4', '%': '5', '^': '6', '&': '7', '*': '8'},
	...{'(': '9', ')': '0', _: '-', '+': '=', '{': '[', '}': ']', ':': ';', '"': "'"},
	...{'~': '`', '|': '\\', '<': ',', '>': '.', '?': '/'},
};

/** The keys that are held down together, one after the other, to type what a terminal sends. */
export function pressesFor(text: string): ReadonlyArray<readonly string[]> {
	return (text.match(oneKey) ?? []).map(keysFor);
}

function keysFor(sent: string): readonly string[] {
	const base: string | undefined = new Map(Object.entries(shifted)).get(sent);
	if (base !== undefined) {
		return ['shift', ...keysFor(base)];
	}

	if (/^[A-Z]$/.test(sent)) {
		return ['shift', sent.toLowerCase()];
	}

	const code = sent.charCodeAt(0);
	const name = unshifted[sent];
	if (name === undefined && code < 0x20) {
		return ['ctrl', String.fromCharCode(code + 0x60)];
	}

	return [name ?? sent];
}
