import {catalogue} from '../catalogue/catalogue.js';
import type {Connection} from '../catalogue/connection.js';
import type {Answers} from './schema.js';

/** What a row of the list cannot do while only the listed destinations are permitted. */
export type Limit = {
	/** The id of the row. */
	readonly row: string;
	/** A sentence. */
	readonly text: string;
};

/** Whatever the answers are: to be said before somebody chooses this. */
export const limitsOfDestinations: readonly Limit[] = catalogue.flatMap(limitOf);

/** What helps against all of them. */
export const wayOutOfLimits =
	'Permit a mirror of your own choice among your own rules (extra), and name it in the file of the repository (baseurl).';

/** What these answers leave out. A web proxy fetches from everywhere. */
export function limitsOf({outbound, proxy}: Answers): readonly Limit[] {
	return outbound.mode === 'destinations' && proxy.url === null
		? limitsOfDestinations
		: [];
}

/** The same in sentences, with what helps; none where nothing is left out. */
export function limitsInWords(answers: Answers): readonly string[] {
	const limits = limitsOf(answers).map(({text}) => text);
	return limits.length === 0 ? [] : [...limits, wayOutOfLimits];
}

function limitOf({id, destination, mirrored, retired}: Connection): readonly Limit[] {
	if (mirrored === undefined) {
		return [];
	}

	const text =
		retired === undefined
			? `${destination} sends on to other hosts for ${mirrored}, and these are not permitted.`
			: `${destination} is retired, and other hosts that have ${mirrored} are not permitted.`;
	return [{row: id, text}];
}
