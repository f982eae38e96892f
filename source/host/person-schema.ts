import * as z from 'zod';
import type {Person} from './person.js';

/** A few words that are safe to show; any local program may have made them up. */
export const wordsSchema = z.string().regex(/^\P{C}{1,64}$/u);

export const personSchema = z.object({
	user: wordsSchema.optional(),
	from: wordsSchema.optional(),
	terminal: wordsSchema.optional(),
}) satisfies z.ZodType<Person>;
