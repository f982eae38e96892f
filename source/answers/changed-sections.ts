import {isDeepStrictEqual} from 'node:util';
import {type Draft, type Section, sectionSchemas} from './schema.js';

/** The sections of answers that are not as they were before. */
export function changedSections(draft: Draft, before: Draft): readonly Section[] {
	return (Object.keys(sectionSchemas) as readonly Section[]).filter(
		section => !isDeepStrictEqual(draft[section], before[section]),
	);
}
