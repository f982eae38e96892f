import * as z from 'zod';
import {answersSchema} from './schema.js';

/** The JSON Schema (2020-12) of an answers file, as the text of a file. */
export function answersJsonSchema(): string {
	const {$schema, ...schema} = z.toJSONSchema(answersSchema, {io: 'input'});
	const described = {
		$schema,
		title: 'Answers for analytics-setup',
		description:
			'The names and networks of a site. "analytics-setup check FILE" tells every fault; this schema lets editors complete what is typed, and tells most faults at once.',
		...schema,
	};
	return `${JSON.stringify(described, undefined, '\t')}\n`;
}
