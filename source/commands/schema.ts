import {answersJsonSchema} from '../answers/answers-json-schema.js';
import {print} from './output.js';

/** Shows what editors need to complete and check an answers file. */
export function schema(): void {
	print(answersJsonSchema());
}
