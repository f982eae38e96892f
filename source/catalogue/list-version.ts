import {createHash} from 'node:crypto';
import {catalogue} from './catalogue.js';

/** Which list a report follows. The vendor's document carries no version of its own. */
export type ListVersion = {
	readonly rows: number;
	/**
	 * The first twelve digits of the SHA-256 over the tables as the document has them:
	 * equal for every program that follows the same list.
	 */
	readonly fingerprint: string;
};

/** Twelve digits can be read out over the phone, and no two lists have the same. */
const digits = 12;

const documented = catalogue.map(({table, source, destination, port, usage}) => [
	table,
	source,
	destination ?? null,
	port,
	usage,
]);

export const listVersion: ListVersion = {
	rows: documented.length,
	fingerprint: createHash('sha256')
		.update(JSON.stringify(documented))
		.digest('hex')
		.slice(0, digits),
};
