import * as z from 'zod';
import {owners, verdicts} from '../probes/verdict.js';

/** ISO 8601, UTC. */
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/);

/** What is read of a result; a later version may add to it. */
const result = z.object({
	id: z.string(),
	destination: z.string(),
	verdict: z.enum(verdicts),
	cause: z.string().nullable(),
	owner: z.enum(owners).nullable(),
	detail: z.string(),
});

/** More than any list has: a file that is none of ours must not fill the memory. */
const mostRows = 1000;

const traced = z.object({
	id: z.string(),
	listed: z.object({port: z.string(), usage: z.string()}),
	answers: z
		.array(
			z.object({
				path: z.string(),
				value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
			}),
		)
		.max(mostRows),
	rule: z.object({isInEffect: z.boolean()}).nullable(),
	tries: z.array(z.object({state: z.string(), result: result.nullable()})),
});

const connection = z.object({
	id: z.string(),
	origin: z.string(),
	destination: z.array(z.object({name: z.string()})),
	port: z.number().nullable(),
	protocol: z.string(),
	usage: z.string(),
	rule: z.string().nullable(),
	state: z.string(),
});

/** What a comparison reads of `report --json`; all the rest is dropped at once. */
export const reportSchema = z.object({
	schema: z.literal(1),
	answers: z.object({
		server: z.object({hostname: z.string()}),
		dns: z.object({servers: z.array(z.string())}),
		proxy: z.object({url: z.string().nullable()}),
	}),
	backend: z.string(),
	isEnforced: z.boolean(),
	rules: z.array(z.object({id: z.string(), isInEffect: z.boolean()})),
	run: z.object({finishedAt: moment, results: z.array(result)}).nullable(),
	audience: z.string().nullable(),
	list: z.object({fingerprint: z.string()}),
	version: z.string(),
	moment,
	connections: z.array(connection).max(mostRows * 10),
	trace: z.array(traced).max(mostRows),
});

/** A report as far as it is compared. */
export type ReadReport = z.infer<typeof reportSchema>;
export type ReadResult = z.infer<typeof result>;
