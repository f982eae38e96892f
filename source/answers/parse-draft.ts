import * as z from 'zod';
import type {SavedDraft} from './draft-store.js';
import {type Draft, sectionSchemas} from './schema.js';

const typedSchema = z.record(
	z.string(),
	z.record(z.string(), z.union([z.string(), z.array(z.string())])),
);

/** What is damaged is asked again; the rest stays. */
export function parseDraft(text: string): SavedDraft {
	const saved = parseJson(text);
	const sections = Object.entries(sectionSchemas).flatMap(([section, schema]) => {
		const input: unknown = Reflect.get(Object(saved.answers), section);
		// Some sections have defaults: what was never asked must not read as answered.
		const data = input === undefined ? undefined : schema.safeParse(input).data;
		return data === undefined ? [] : [[section, data]];
	});
	return {
		answers: Object.fromEntries(sections) as Draft,
		typed: typedSchema.safeParse(saved.typed).data ?? {},
	};
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
	try {
		return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
	} catch {
		return {};
	}
}
