import type {Secret} from './secret.js';
import {soundsSecret} from './settings.js';

/** The secrets among the variables of an environment, by their names. */
export function secretsInEnvironment(
	environment: Readonly<Record<string, string | undefined>>,
): readonly Secret[] {
	return Object.entries(environment).flatMap(([name, value = '']) =>
		soundsSecret(name) && value.length >= leastOfSecret && !isPlace.test(value)
			? [{value}]
			: loginIn(value),
	);
}

/** Shorter ones are switches, `1` or `yes`. */
const leastOfSecret = 4;

/** PWD, and sockets of agents. */
const isPlace = /^\//;

function loginIn(value: string): readonly Secret[] {
	try {
		const {username, password} = new URL(value);
		const [user, secret] = [username, password].map(decodeURIComponent);
		return secret === undefined || secret === '' ? [] : [{user, value: secret}];
	} catch {
		return [];
	}
}
