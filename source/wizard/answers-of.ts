import {type Answers, answersSchema, type Draft} from '../answers/schema.js';

/** The answers of a draft; undefined while some are missing. */
export function answersOf(draft: Draft): Answers | undefined {
	return answersSchema.safeParse({version: 1, ...draft}).data;
}
