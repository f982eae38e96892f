import {quoted} from '../addresses/quoted.js';
import type {PlacedRemark} from '../answers/remark.js';
import {namesOf} from './file-names.js';

/** How many faults the files have, and each in a line of its own. */
export function renderFaults(
	paths: readonly string[],
	faults: readonly PlacedRemark[],
): string {
	const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
	const have = paths.length === 1 ? 'has' : 'together have';
	return [`${namesOf(paths)} ${have} ${count}:`, ...faults.map(renderRemark)].join('\n');
}

/**
 * `site.yaml:7: viewers.subnets[1] = "10.20.0.0/33": an IPv4 prefix is at most /32.` Editors
 * open a file at the place that such a line begins with.
 */
export function renderRemark({file, line, path, value, reason}: PlacedRemark): string {
	const given = inWords(value);
	const setting = path === '' ? '' : `${path}${given === '' ? '' : ` = ${given}`}: `;
	// Many reasons begin with the value, for where it does not stand before them.
	const rest = reason.startsWith(`${given}: `) ? reason.slice(given.length + 2) : reason;
	return `${file}:${line}: ${setting}${rest}`;
}

function inWords(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return quoted(value);
		case 'number':
		case 'boolean':
			return String(value);
		default:
			return '';
	}
}
