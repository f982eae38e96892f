import {catalogue} from '../../catalogue/catalogue.js';
import type {Connection} from '../../catalogue/connection.js';

/** The rows of the list that others connect by; all of them unless told otherwise. */
export function inboundRows(ids?: readonly string[]): readonly Connection[] {
	return catalogue.filter(
		({id, direction}) =>
			direction === 'inbound' && (ids === undefined || ids.includes(id)),
	);
}
