import * as z from 'zod';
import {lineReader} from '../host/json-lines.js';
import {personSchema} from '../host/person-schema.js';
import {proofSchema} from './trial-schemas.js';

/** What a guard is asked, one JSON line each. */
const requestSchema = z.discriminatedUnion('ask', [
	/** Only once, by whoever wrote the trial down: put it into effect. */
	z.object({ask: z.literal('begin')}),
	z.object({ask: z.literal('keep'), by: personSchema, proof: proofSchema}),
	z.object({ask: z.literal('undo'), by: personSchema, reason: z.string().max(200)}),
]);
export type Request = z.output<typeof requestSchema>;

/** What a guard tells everybody who listens, at once and at each change. */
const newsSchema = z.discriminatedUnion('state', [
	z.object({state: z.literal('guarding')}),
	z.object({state: z.literal('loading')}),
	z.object({state: z.literal('verifying')}),
	z.object({
		state: z.literal('on-trial'),
		/** When the old rules return, in milliseconds since this boot. */
		deadline: z.number(),
		/** How many addresses were read back from the kernel; null after a restart. */
		verified: z.int().nullable(),
		/** The inbound connections that were open when the rules changed, `10.40.0.7 50022`. */
		connections: z.array(z.string()).readonly(),
	}),
	z.object({state: z.literal('undoing'), reason: z.string()}),
	z.object({state: z.literal('ended'), problems: z.array(z.string()).readonly()}),
]);
export type News = z.output<typeof newsSchema>;

export const readRequest = lineReader(requestSchema);
export const readNews = lineReader(newsSchema);
