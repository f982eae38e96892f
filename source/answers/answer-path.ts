import {quoted} from '../addresses/quoted.js';

/** The path that leads by these keys: `extra[0].peer`, `notes."sql.host"`. */
export function formatPath(keys: readonly PropertyKey[]): string {
	return keys
		.map(key => (typeof key === 'number' ? `[${key}]` : `.${visible(String(key))}`))
		.join('')
		.replace(/^\./, '');
}

/** The keys of a path, each as it stands there: `extra`, `[0]`, `peer`; `notes`, `"sql.host"`. */
export function stepsOf(path: string): readonly string[] {
	return path.match(/\w+|\[\d+\]|"(?:[^"]|"(?![.[]|$))*"/g) ?? [];
}

/** A key as it stands in a path. */
export function visible(key: string): string {
	return /^\w+$/.test(key) ? key : quoted(key);
}

/** The path of an entry of a list, as faults and notes name it: `viewers.subnets[2]`. */
export function entryPath(field: string, index: number): string {
	return `${field}[${index}]`;
}

/** Which entry of a list the path of an answer names; undefined where it names none. */
export function entryAt(field: string, path: string): number | undefined {
	return path.startsWith(`${field}[`)
		? Number.parseInt(path.slice(field.length + 1), 10)
		: undefined;
}

/** Whether the path of an answer is that of a field, or of an entry of its list. */
export function isAt(field: string, path: string): boolean {
	return path === field || entryAt(field, path) !== undefined;
}
