import * as z from 'zod';
import type {Family} from '../../addresses/address.js';
import {addressSchema, nameFaults} from '../messages.js';

/** What the process that changes the rules tells the one that talks with the DNS. */
export type ToAsker =
	| {readonly tell: 'serve'; readonly servers: readonly string[]; readonly port: number}
	| {readonly tell: 'servers'; readonly servers: readonly string[]}
	/** What an answer tells of is permitted, as far as it is meant to be. */
	| {readonly tell: 'permitted'; readonly number: number}
	| {
			readonly tell: 'ask';
			readonly number: number;
			readonly server: string;
			readonly name: string;
			readonly family: Family;
			readonly timeout: number;
	  };

/** An address as text: a message between processes holds no big numbers. */
const toldSchema = z.object({address: addressSchema, ttl: z.number().min(0)}).readonly();

/** What comes back. Whoever reads what strangers send is not believed by whoever has rights. */
const fromAskerSchema = z.discriminatedUnion('tell', [
	z.object({
		tell: z.literal('serving'),
		families: z.array(z.union([z.literal(4), z.literal(6)])),
	}),
	z.object({tell: z.literal('unable'), reason: z.string().max(1000)}),
	/** An answer waits until this is permitted. */
	z.object({
		tell: z.literal('told'),
		number: z.int(),
		name: z.string().regex(/^[\w.\\-]{1,1100}$/),
		addresses: z.array(toldSchema),
	}),
	z.object({
		tell: z.literal('answer'),
		number: z.int(),
		outcome: z.enum(['answered', ...nameFaults]),
		addresses: z.array(toldSchema),
		ttl: z.number().optional(),
	}),
]);
export type FromAsker = z.output<typeof fromAskerSchema>;
export type WrittenFromAsker = z.input<typeof fromAskerSchema>;

/** Undefined for what is no such message. */
export function readFromAsker(message: unknown): FromAsker | undefined {
	return fromAskerSchema.safeParse(message).data;
}
