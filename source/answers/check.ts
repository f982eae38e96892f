import type {core} from 'zod';
import {quoted} from '../addresses/quoted.js';
import {soundsSecret} from '../redaction/settings.js';
import {adviseOnAnswers} from './advice.js';
import {formatPath} from './answer-path.js';
import {faultWords} from './fault-words.js';
import {migrate} from './migrations.js';
import type {Remark} from './remark.js';
import {type Answers, answersSchema} from './schema.js';
import {hidden, holdsLogin, loginFault, secretFault, withoutSecrets} from './secrets.js';

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
		return {
			answers: data,
			faults: [],
			// Few ask for them, and of a long list they take longer than all the rest.
			get warnings() {
				return adviseOnAnswers(data);
			},
		};
	}

	const faults = error.issues.flatMap(issue => remarksOf(issue, migrated));
	return {answers: undefined, faults, warnings: []};
}

function remarksOf(issue: core.$ZodIssue, input: unknown): readonly Remark[] {
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map(key =>
			remark(
				[...issue.path, key],
				input,
				soundsSecret(key) ? secretFault : 'There is no such setting.',
			),
		);
	}

	return [remark(issue.path, input, reasonOf(issue, valueAt(input, issue.path)))];
}

function reasonOf(issue: core.$ZodIssue, value: unknown): string {
	if (value === undefined) {
		return 'This setting is missing.';
	}

	// What stands deeper is where a secret is found.
	if (isSecret(issue.path.slice(-1)) && isScalar(value)) {
		return secretFault;
	}

	return repeatsLogin(issue.message, value) ? loginFault : faultWords(issue, value);
}

function repeatsLogin(message: string, value: unknown): boolean {
	return (
		typeof value === 'string' &&
		holdsLogin(value) &&
		message.includes(quoted(value.trim()))
	);
}

function remark(path: readonly PropertyKey[], input: unknown, reason: string): Remark {
	const value = valueAt(input, path) ?? null;
	return {
		path: formatPath(path),
		value: isSecret(path) && value !== null ? hidden : withoutSecrets(value),
		reason,
	};
}

/** Whether a path leads to a secret, or to where one was typed by mistake. */
function isSecret(path: readonly PropertyKey[]): boolean {
	return path.some(key => typeof key === 'string' && soundsSecret(key));
}

function isScalar(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number';
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
