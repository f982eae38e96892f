import {Document, isMap, isScalar, type Pair, visit} from 'yaml';
import {type Answers, answersSchema, sectionSchemas} from './schema.js';

/**
 * The answers as the YAML of an answers file, for people to read and to edit. What reads it
 * by the older YAML 1.1 finds the same in it.
 */
export function answersFileText(answers: Answers): string {
	// In the order of the schema, whatever order they were typed in.
	const document = new Document(answersSchema.parse(answers), {
		compat: 'yaml-1.1',
	});
	document.commentBefore = heading;
	visit(document, {
		Scalar(_key, scalar) {
			// YAML 1.1 has a meaning of its own for this one, which the library does not know.
			if (scalar.value === '=') {
				scalar.type = 'QUOTE_DOUBLE';
			}
		},
	});
	if (isMap(document.contents)) {
		document.contents.items.forEach(explain);
	}

	return document.toString({lineWidth: 0});
}

const heading = [
	' yaml-language-server: $schema=answers.schema.json',
	' "analytics-setup check FILE" tells every fault of this file at once;',
	' "analytics-setup schema > answers.schema.json" lets editors do it too.',
].join('\n');

/** Puts what a section is about above it. */
function explain({key}: Pair): void {
	const section = isScalar(key) ? String(key.value) : '';
	const schema = new Map(Object.entries(sectionSchemas)).get(section);
	if (isScalar(key) && schema?.description !== undefined) {
		key.spaceBefore = true;
		key.commentBefore = ` ${schema.description}`;
	}
}
