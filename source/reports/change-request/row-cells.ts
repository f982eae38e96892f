import type {Cell} from '../document.js';
import {listInWords} from '../list-in-words.js';
import type {ConnectionRow} from './connection-rows.js';
import {partyInPaper} from './party-in-paper.js';
import {endInWords, type RowEnd} from './row-end.js';

/** `9999 TCP`, as the vendor's document writes it; `ICMP` where there is no port. */
export function portInWords({
	port,
	protocol,
}: Pick<ConnectionRow, 'port' | 'protocol'>): string {
	return [port ?? '', protocol.toUpperCase().replace('V6', 'v6')].join(' ').trim();
}

export function sourceInWords({source}: ConnectionRow): string {
	return endInWords(source);
}

/** The addresses of what is not used are nobody's business, and were not looked up. */
export function destinationInWords({destination, standing}: ConnectionRow): string {
	return standing.state === 'not used' ? namesIn(destination) : endInWords(destination);
}

/** The names and blocks of an end without the addresses that they stand for. */
export function namesIn(end: RowEnd): string {
	return listInWords(
		end.map(({name}) => name),
		80,
	);
}

/** How things stand, and what that was seen by. */
export function standingCells({standing}: ConnectionRow): readonly Cell[] {
	const {state, verdict, seen, party} = standing;
	const acts = party === undefined ? '' : `asked of ${partyInPaper(party)}`;
	return [
		{text: state, ...(verdict === undefined ? {} : {verdict})},
		{text: [seen, acts].filter(Boolean).join('; ')},
	];
}
