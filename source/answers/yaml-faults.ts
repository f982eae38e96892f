import {
	type Alias,
	type Document,
	type ErrorCode,
	isMap,
	isScalar,
	isSeq,
	visit,
	type YAMLError,
} from 'yaml';
import {quoted} from '../addresses/quoted.js';

/** Something that keeps a text from being read as answers, and where in it. */
export type YamlFault = {readonly reason: string; readonly offset: number};

/** Every fault of a document as a text, before its settings are looked at. */
export function faultsInYaml(document: Document, text: string): readonly YamlFault[] {
	const faults = [
		...[...document.errors, ...document.warnings].map(error => faultOf(error, text)),
		...faultsInAliases(document),
	];
	return faults.length > 0 ? faults : faultsInWhole(document);
}

// None of them repeats a value, which may be a secret.
const reasons: Readonly<Record<ErrorCode, string>> = {
	ALIAS_PROPS: 'A reference (*) has no anchor (&) or tag (!) of its own.',
	BAD_ALIAS:
		'The name of this reference (*) or anchor (&) is missing or ends in a colon.',
	BAD_COLLECTION_TYPE: 'This tag (!) does not fit what follows it.',
	BAD_DIRECTIVE: 'A line that begins with % is for YAML itself, and this one is unknown.',
	BAD_DQ_ESCAPE: 'This backslash begins no sign that YAML knows. Write \\\\ for one.',
	BAD_INDENT:
		'This does not begin in the same column as what it belongs to, or a bracket before it is not closed.',
	BAD_PROP_ORDER: 'This anchor (&) or tag (!) stands in the wrong place.',
	BAD_SCALAR_START: 'A value that begins with this sign must stand in quotes.',
	BLOCK_AS_IMPLICIT_KEY:
		'Only one setting stands on a line; a value with a colon and a space must stand in quotes.',
	BLOCK_IN_FLOW: 'Within brackets, lists and settings are written with brackets too.',
	DUPLICATE_KEY: 'This setting stands here a second time.',
	IMPOSSIBLE: 'This cannot be read as YAML or JSON.',
	KEY_OVER_1024_CHARS: 'The name of this setting is too long.',
	MISSING_CHAR:
		'A colon, a comma, a quote, a space or a closing bracket is missing here.',
	MULTILINE_IMPLICIT_KEY: 'A colon is missing here, or a quote before it is not closed.',
	MULTIPLE_ANCHORS: 'Only one anchor (&) can stand here.',
	MULTIPLE_DOCS: 'A second document begins here. An answers file has only one.',
	MULTIPLE_TAGS: 'Only one tag (!) can stand here.',
	NON_STRING_KEY: 'The name of a setting must be plain text.',
	RESOURCE_EXHAUSTION: 'This is nested too deep.',
	TAB_AS_INDENT: 'A tab stands before this setting. Indent with spaces only.',
	TAG_RESOLVE_FAILED:
		'A tag (!) has no meaning here. A value that begins with ! must stand in quotes.',
	UNEXPECTED_TOKEN:
		'This does not belong here: a bracket or a quote is one too many, or a line break is missing.',
};

function faultOf({code, pos: [start, end]}: YAMLError, text: string): YamlFault {
	const key = /^["']?([\w.-]+)/.exec(text.slice(start, end + 80))?.[1];
	return code === 'DUPLICATE_KEY' && key !== undefined
		? {reason: `${quoted(key)} stands here a second time.`, offset: start}
		: {reason: reasons[code], offset: start};
}

function faultsInAliases(document: Document): readonly YamlFault[] {
	const faults: YamlFault[] = [];
	visit(document, {
		Alias(_key, alias) {
			const reason = faultInAlias(alias, document);
			if (reason !== undefined) {
				faults.push({reason, offset: startOf(alias)});
			}
		},
	});
	return faults;
}

function faultInAlias(alias: Alias, document: Document): string | undefined {
	const target = alias.resolve(document);
	if (target === undefined) {
		return 'This reference (*) names nothing that stands before it. A value that begins with * must stand in quotes.';
	}

	return startOf(alias) < (target.range?.[1] ?? 0)
		? 'This reference (*) stands inside of what it refers to.'
		: undefined;
}

function faultsInWhole(document: Document): readonly YamlFault[] {
	const {contents} = document;
	const offset = startOf(contents);
	if (contents === null || (isScalar(contents) && contents.value === null)) {
		return [{reason: 'There are no answers in this file.', offset: 0}];
	}

	if (!isMap(contents)) {
		const what = isSeq(contents) ? 'a list' : 'a single value';
		return [{reason: `Answers are settings with a name each; this is ${what}.`, offset}];
	}

	try {
		document.toJS({maxAliasCount});
		return [];
	} catch {
		return [{reason: 'The references (*) in this file multiply without end.', offset}];
	}
}

/** How often references may repeat something that has references in it. */
export const maxAliasCount = 100;

function startOf(node: {readonly range?: readonly number[] | null} | null): number {
	return node?.range?.[0] ?? 0;
}
