import process from 'node:process';
import type {AnsweredLogin, Reference} from '../answers/login-schema.js';
import {Failure} from '../failure.js';
import {late} from '../late.js';
import {rememberSecret} from '../redaction/known-secrets.js';
import {givenFiles} from './given-files.js';

/** The passwords that answers say where to find; each is read once, and stays in memory. */
export type Keyring = {
	/**
	 * Takes the passwords of these logins out of the environment, which every program that
	 * is started from then on would inherit.
	 */
	readonly take: (logins: readonly AnsweredLogin[]) => void;
	/**
	 * Reads the open files that these logins name; what is wrong with one is said when its
	 * password is needed. Never to be done with logins that were saved: the same number is
	 * another file in this run.
	 */
	readonly readFiles: (logins: readonly AnsweredLogin[]) => Promise<void>;
	/** @throws Failure `usage` that says what is missing */
	readonly passwordOf: (login: AnsweredLogin) => Promise<string>;
};

export type KeyringSources = {
	readonly environment: Record<string, string | undefined>;
	/** The files that this program was started with. */
	readonly openFiles: ReadonlySet<number>;
};

const loadReader = late(() => import('./read-password.js'));

export function keyringOf({environment, openFiles}: KeyringSources): Keyring {
	const taken = new Map<string, string>();
	const read = new Map<number, string | Failure>();

	const take = (logins: readonly AnsweredLogin[]) => {
		for (const {user, password: reference} of logins) {
			const value = 'env' in reference ? environment[reference.env] : undefined;
			if ('env' in reference && value !== undefined) {
				taken.set(reference.env, value);
				delete environment[reference.env];
				rememberSecret({user, value});
			}
		}
	};

	return {
		take,
		async readFiles(logins) {
			for (const {user, password: reference} of logins) {
				if ('fd' in reference && !read.has(reference.fd)) {
					const value = await readGiven(reference, openFiles);
					read.set(reference.fd, value);
					if (typeof value === 'string') {
						rememberSecret({user, value});
					}
				}
			}
		},
		async passwordOf({user, password: reference}) {
			take([{user, password: reference}]);
			return 'env' in reference
				? fromEnvironment(reference, taken.get(reference.env))
				: fromFile(reference, read.get(reference.fd));
		},
	};
}

/** The one of this process, since what was taken out of its environment is nowhere else. */
export const ownKeyring: Keyring = keyringOf({
	environment: process.env,
	openFiles: givenFiles(),
});

async function readGiven(
	reference: Extract<Reference, {readonly fd: number}>,
	openFiles: ReadonlySet<number>,
): Promise<string | Failure> {
	if (!openFiles.has(reference.fd)) {
		return missing(reference, 'is not open');
	}

	try {
		const {readPassword} = await loadReader();
		return await readPassword(reference.fd);
	} catch (error) {
		if (error instanceof Failure) {
			return error;
		}

		throw error;
	}
}

function fromFile(reference: Reference, value: string | Failure | undefined): string {
	if (value === undefined) {
		const when = 'is read only in a run to which the answers are given by --answers';
		throw missing(reference, when);
	}

	if (value instanceof Failure) {
		throw value;
	}

	return value;
}

async function fromEnvironment(
	reference: Reference,
	value: string | undefined,
): Promise<string> {
	if (value === undefined) {
		throw missing(reference, 'is not set in the environment');
	}

	const {passwordIn} = await loadReader();
	return passwordIn(value, sourceOf(reference));
}

function missing(reference: Reference, fault: string): Failure {
	return new Failure('usage', `${sourceOf(reference)} ${fault}.`, {
		remedies: ['The answers say that it gives a password.'],
	});
}

/** In words that begin a sentence. */
function sourceOf(reference: Reference): string {
	return 'env' in reference ? reference.env : `File descriptor ${reference.fd}`;
}
