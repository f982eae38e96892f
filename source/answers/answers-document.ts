import {LineCounter, parseDocument} from 'yaml';
import {findInYaml} from './find-in-yaml.js';
import type {Place, PlacedRemark} from './remark.js';
import {faultsInYaml, maxAliasCount} from './yaml-faults.js';

/** The settings of an answers file, not checked yet, and where each of them stands. */
export type AnswersDocument = {
	readonly file: string;
	readonly settings: Settings;
	/** Whether something is written at these steps of a path. */
	readonly has: (steps: readonly string[]) => boolean;
	/** Where it is written; for what is missing, the nearest around it. */
	readonly placeOf: (steps: readonly string[]) => Place;
};

export type Settings = Readonly<Record<string, unknown>>;

export type ReadDocument =
	| {readonly document: AnswersDocument; readonly faults: readonly []}
	| {readonly document?: never; readonly faults: readonly PlacedRemark[]};

/** Reads the text of an answers file: YAML, or JSON, which is YAML too. */
export function readAnswersText(file: string, text: string): ReadDocument {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
	});
	const placeAt = (offset: number): Place => {
		const {line, col} = lines.linePos(offset);
		return {file, line: Math.max(line, 1), column: Math.max(col, 1)};
	};

	const faults = faultsInYaml(document, text);
	if (faults.length > 0) {
		const placed = faults.map(({reason, offset}) => ({
			...{path: '', value: null, reason},
			...placeAt(offset),
		}));
		// What follows in the same line is mostly the same mistake.
		return {faults: [...Map.groupBy(placed, ({line}) => line).values()].flatMap(firstOf)};
	}

	return {
		document: {
			file,
			settings: document.toJS({maxAliasCount}) as Settings,
			has: steps => findInYaml(document, steps).isThere,
			placeOf: steps => placeAt(findInYaml(document, steps).offset),
		},
		faults: [],
	};
}

function firstOf<Item>(items: readonly Item[]): readonly Item[] {
	return items.slice(0, 1);
}
