import * as z from 'zod';
import {personSchema} from '../host/person-schema.js';
import type {Ending, Proof, TrialRecord} from './trial.js';

const time = z.iso.datetime();
const from = z.string();

export const proofSchema = z.discriminatedUnion('kind', [
	z.object({kind: z.literal('keypress'), from}),
	z.object({kind: z.literal('new-connection'), from}),
	z.object({kind: z.literal('console')}),
	z.object({kind: z.literal('unattended')}),
	z.object({kind: z.literal('none')}),
]) satisfies z.ZodType<Proof>;

export const endingSchema = z.discriminatedUnion('kind', [
	z.object({kind: z.literal('kept'), at: time, by: personSchema, proof: proofSchema}),
	z.object({
		kind: z.literal('undone'),
		at: time,
		by: personSchema.optional(),
		reason: z.string(),
	}),
]) satisfies z.ZodType<Ending>;

export const recordSchema = z.object({
	schema: z.literal(1),
	number: z.int().min(1),
	by: personSchema,
	startedAt: time,
	seconds: z.number().positive(),
	changes: z.array(z.string()),
	bootId: z.string(),
	hasFront: z.boolean(),
}) satisfies z.ZodType<TrialRecord>;
