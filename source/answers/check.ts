import type {core} from 'zod';
import {quoted} from '../addresses/quoted.js';
import {adviseOnAnswers} from './advice.js';
import {migrate} from './migrations.js';
import {withoutLogin} from './proxy-url.js';
import type {Remark} from './remark.js';
import {type Answers, answersSchema} from './schema.js';

export type Checked =
	| {
			readonly answers: Answers;
			readonly faults: readonly [];
			/** What is allowed but may not be what was meant. */
			readonly warnings: readonly Remark[];
	  }
	| {
			readonly answers: undefined;
			readonly faults: readonly Remark[];
			readonly warnings: readonly Remark[];
	  };

/** Every fault of the answers at once, or the answers with their defaults filled in. */
export function checkAnswers(input: unknown): Checked {
	const migrated = migrate(input);
	const {data, error} = answersSchema.safeParse(migrated);
	if (error === undefined) {
		return {answers: data, faults: [], warnings: adviseOnAnswers(data)};
	}

	const faults = error.issues.flatMap(issue => remarksOf(issue, migrated));
	return {answers: undefined, faults, warnings: []};
}

function remarksOf(issue: core.$ZodIssue, input: unknown): readonly Remark[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map(key =>
			remark([...issue.path, key], input, 'There is no such setting.'),
		);
	}

	const value = valueAt(input, issue.path);
	const reason =
		value === undefined ? 'This setting is missing.' : sentence(issue.message);
	return [remark(issue.path, input, reason)];
}

function remark(path: readonly PropertyKey[], input: unknown, reason: string): Remark {
	const value = valueAt(input, path) ?? null;
	return {
		path: formatPath(path),
		// A login typed into a URL must not come back in a message.
		value: typeof value === 'string' ? withoutLogin(value) : value,
		reason,
	};
}

function formatPath(path: readonly PropertyKey[]): string {
	return path
		.map(key => (typeof key === 'number' ? `[${key}]` : `.${visible(String(key))}`))
		.join('')
		.replace(/^\./, '');
}

function visible(key: string): string {
	return /^\w+$/.test(key) ? key : quoted(key);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
	let value: unknown = input;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) {
			return undefined;
		}

		value = Reflect.get(value, key);
	}

	return value;
}

/** Zod's own messages are said as "Invalid input: expected string, received number". */
function sentence(message: string): string {
	return /[.?!]$/.test(message)
		? message
		: `${message.replace(/^Invalid input: /, 'Wrong kind of value: ')}.`;
}
