import type {core} from 'zod';
import {messageOf} from '../failure.js';

/** What an issue says about a value, as a sentence for whoever wrote the file. */
export function faultWords(issue: core.$ZodIssue, value: unknown): string {
	switch (issue.code) {
		case 'invalid_type':
			// A message of ours says more than which kind of value it is.
			return issue.message.startsWith('Invalid input')
				? kindWords(issue.expected, value)
				: issue.message;
		case 'invalid_value':
			return issue.message.startsWith('Invalid option')
				? `This must be ${choices().format(issue.values.map(String))}.`
				: issue.message;
		default:
			return messageOf(issue.message);
	}
}

/** Made when it is needed: the first of its kind takes 10 ms. */
const choices = () => new Intl.ListFormat('en-GB', {type: 'disjunction'});

const kinds: ReadonlyMap<string, string> = new Map([
	['string', 'a text'],
	['number', 'a number'],
	['int', 'a whole number'],
	['boolean', 'true or false'],
	['array', 'a list'],
	['object', 'settings with a name each'],
	['record', 'settings with a name each'],
]);

function kindWords(expected: string, value: unknown): string {
	const wanted = kinds.get(expected) ?? expected;
	if (value === null) {
		return `This is empty; it must be ${wanted}.`;
	}

	const kind = kindOf(value);
	// YAML takes some words for numbers that were meant as names.
	const remedy = wanted === 'a text' && kind !== 'array' && kind !== 'object';
	return `This must be ${wanted}, not ${kinds.get(kind) ?? kind}${remedy ? ': put it in quotes' : ''}.`;
}

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : typeof value;
}
