import {join} from 'node:path';
import * as z from 'zod';
import {lineReader} from '../host/json-lines.js';
import type {Paths} from '../host/paths.js';
import {personSchema} from '../host/person-schema.js';

/** A session in the wizard, as others see it. */
const viewSchema = z
	.object({
		state: z.literal('open'),
		by: personSchema,
		pid: z.int(),
		/** ISO 8601, UTC. */
		since: z.iso.datetime(),
		/** What is on its screen, as Ink draws it; empty where nothing was drawn. */
		frame: z.string(),
		columns: z.int(),
		rows: z.int(),
		/** The page of the wizard that is open, where the same can be opened elsewhere. */
		page: z.string().max(64).nullable(),
		isApplying: z.boolean(),
		isOnTrial: z.boolean(),
		/** Whether it shows what came of the rules that it has applied. */
		isApplied: z.boolean(),
		/** Whether its terminal is gone, and it only goes on until its work is done. */
		isLost: z.boolean(),
	})
	.readonly();
export type SessionView = z.output<typeof viewSchema>;

const endSchema = z.discriminatedUnion('state', [
	z.object({state: z.literal('left')}).readonly(),
	z.object({state: z.literal('lost')}).readonly(),
	z.object({state: z.literal('taken-over'), by: personSchema}).readonly(),
]);
/** How a session ended: left by its user, lost with its terminal, or taken over. */
export type SessionEnd = z.output<typeof endSchema>;

/** What a session tells everybody who looks on, at once and at each change: all of it. */
export type SessionNews = SessionView | SessionEnd;

/** What a session is asked. */
const requestSchema = z
	.object({ask: z.literal('take-over'), by: personSchema})
	.readonly();
export type SessionRequest = z.output<typeof requestSchema>;

export const readSessionNews = lineReader<SessionNews>(z.union([viewSchema, endSchema]));
export const readSessionRequest = lineReader(requestSchema);

/** Rules that are half in effect belong to whoever put them there. */
export function canBeTakenOver({isApplying, isOnTrial}: SessionView): boolean {
	return !(isApplying || isOnTrial);
}

/** Where a session in the wizard can be looked on at. */
export function sessionSocket({run}: Pick<Paths, 'run'>): string {
	return join(run, 'session.sock');
}
