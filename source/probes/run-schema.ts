import * as z from 'zod';

/** What our own file must have; its results were typed when they were written. */
export const runSchema = z.looseObject({
	schema: z.literal(1),
	startedAt: z.string(),
	finishedAt: z.string(),
	results: z.array(
		z.looseObject({id: z.string(), verdict: z.string(), ways: z.array(z.unknown())}),
	),
	counts: z.record(z.string(), z.number()),
});
