import * as z from 'zod';
import {quoted} from '../addresses/quoted.js';
import {peer, port, remarkSchema} from './answer-texts.js';

const extraId = /^[a-z][a-z0-9-]{0,39}$/;

/** A rule of the site's own, beside the vendor's list. */
export const extraSchema = z.strictObject({
	id: z
		.string()
		.regex(extraId, 'An id is 1 to 40 small letters, digits and hyphens, a letter first.')
		.meta({description: 'A short name of its own.', examples: ['backup']}),
	direction: z
		.enum(['inbound', 'outbound'])
		.meta({description: 'inbound: others come to this server; outbound: it goes there.'}),
	peer: peer.meta({
		description: 'The other end: an address, a network or a host name.',
		examples: ['10.9.0.1'],
	}),
	port: port.meta({description: 'The port that is opened.', examples: [9102]}),
	protocol: z.enum(['tcp', 'udp']).meta({description: 'tcp or udp.'}),
	usage: remarkSchema.meta({
		description: 'What it is for, in one line.',
		examples: ['Backup of this server'],
	}),
});

export function isListOfObjects(value: unknown): boolean {
	return (
		Array.isArray(value) && value.every(item => typeof item === 'object' && item !== null)
	);
}

export function refuseDoubleIds(
	extra: ReadonlyArray<{readonly id: string}>,
	context: z.RefinementCtx,
): void {
	for (const [index, {id}] of extra.entries()) {
		if (extra.findIndex(other => other.id === id) !== index) {
			const message = `The id ${quoted(id)} is used twice.`;
			context.addIssue({code: 'custom', path: [index, 'id'], message});
		}
	}
}
