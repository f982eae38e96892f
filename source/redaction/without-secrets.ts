import process from 'node:process';
import {knownSecrets} from './known-secrets.js';
import {type Redactor, redactorFor, tokens} from './redactor.js';
import type {Secret} from './secret.js';
import {secretsInEnvironment} from './secrets-in-environment.js';

const nameOf = tokens();

/** Every secret that this process knows of. */
export function allSecrets(): readonly Secret[] {
	return [...knownSecrets(), ...secretsInEnvironment(process.env)];
}

let current: {readonly count: number; readonly redactor: Redactor} | undefined;

/** A text as it may leave this process; the same secret has the same token as long as that runs. */
export function withoutSecrets(text: string): string {
	const count = knownSecrets().length;
	if (current?.count !== count) {
		current = {count, redactor: redactorFor({secrets: allSecrets(), nameOf})};
	}

	return current.redactor.redact(text);
}
