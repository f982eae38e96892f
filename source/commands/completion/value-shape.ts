import {catalogue} from '../../catalogue/catalogue.js';

/** What a shell offers where a value is to be typed. */
export type ValueShape =
	| {readonly kind: 'words'; readonly words: readonly string[]}
	| {readonly kind: 'file' | 'folder' | 'free'};

/**
 * What a placeholder stands for, in the usage of any command: `<file>` is a file wherever
 * it is found. Every other one is free text, for which there is nothing to offer.
 */
const placeholders: Readonly<Record<string, ValueShape>> = {
	file: {kind: 'file'},
	folder: {kind: 'folder'},
	id: {kind: 'words', words: catalogue.map(({id}) => id)},
	port: {kind: 'words', words: portsIn()},
};

/** How the value of a placeholder is completed, or one of these words. */
export function valueShapeOf(
	placeholder: string,
	words: readonly string[] | undefined,
): ValueShape {
	return words === undefined
		? (placeholders[placeholder] ?? {kind: 'free'})
		: {kind: 'words', words};
}

function portsIn(): readonly string[] {
	return [
		...new Set(catalogue.map(({portNumber, protocol}) => `${portNumber}/${protocol}`)),
	];
}
