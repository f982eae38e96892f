import {join} from 'node:path';
import * as z from 'zod';
import {formatAddress, parseAddress} from '../addresses/address.js';
import {writeFileWhole} from '../host/files.js';
import {readOwnFile} from '../host/own-files.js';
import type {NotedDestination, Notes} from './notes.js';

const destinationSchema = z
	.object({
		address: z.string(),
		protocol: z.enum(['tcp', 'udp']),
		port: z.number(),
		counted: z.number(),
		earlier: z.number(),
		isAnswered: z.boolean(),
		first: z.number(),
		last: z.number(),
		names: z.array(z.string()).readonly(),
	})
	.readonly();

const notesSchema = z
	.object({
		since: z.number(),
		until: z.number().optional(),
		destinations: z.array(destinationSchema).readonly(),
		isFull: z.boolean(),
	})
	.readonly();

/**
 * The notes of the observation that began at a moment; undefined when there are none, or
 * their file cannot be made sense of. Those of an earlier one count for nothing.
 */
export async function readNotes(
	state: string,
	since: number,
): Promise<Notes | undefined> {
	const text = await readOwnFile(notesPath(state));
	try {
		const {until, ...notes} = notesSchema.parse(JSON.parse(text ?? ''));
		return notes.since === since
			? {...notes, until, destinations: notes.destinations.flatMap(fromStored)}
			: undefined;
	} catch {
		return undefined;
	}
}

export async function saveNotes(state: string, notes: Notes): Promise<void> {
	const stored = {
		...notes,
		destinations: notes.destinations.map(each => ({
			...each,
			address: formatAddress(each.address),
		})),
	};
	await writeFileWhole(notesPath(state), `${JSON.stringify(stored)}\n`);
}

function fromStored({
	address: text,
	...destination
}: z.output<typeof destinationSchema>): readonly NotedDestination[] {
	const address = parseAddress(text);
	return address === undefined ? [] : [{...destination, address}];
}

function notesPath(state: string): string {
	return join(state, 'observed.json');
}
