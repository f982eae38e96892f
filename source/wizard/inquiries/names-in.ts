import {readPeer} from '../../addresses/peer.js';
import {entryPath} from '../../answers/answer-path.js';
import type {Inquiry} from '../../flow/inquiries/inquiry.js';
import {listOf, type Values} from '../field.js';

/** Asks for the addresses of each name in a list; addresses and networks have theirs. */
export function namesIn(values: Values, id: string): readonly Inquiry[] {
	const entries = listOf(values, id);
	const asked = askedBefore.get(entries) ?? askFor(entries, id);
	askedBefore.set(entries, asked);
	return asked;
}

/** Most keys leave a list of thousands as it was. */
const askedBefore = new WeakMap<readonly string[], readonly Inquiry[]>();

function askFor(entries: readonly string[], id: string): readonly Inquiry[] {
	return entries.flatMap((text, index): readonly Inquiry[] => {
		const {value: peer} = readPeer(text.trim());
		return peer?.kind === 'name'
			? [{path: entryPath(id, index), question: {about: 'name', name: peer.name}}]
			: [];
	});
}
