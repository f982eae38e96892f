import type * as z from 'zod';
import {
	type AnsweredLogin,
	proxyLogin,
	type Reference,
	smtpLogin,
	sqlLogin,
} from './login-schema.js';

const schemas = {sql: sqlLogin, smtp: smtpLogin, proxy: proxyLogin} as const;

/** The sections of the answers that can have a login. */
const sections = ['sql', 'smtp', 'proxy'] as const;

/** The logins that stand in answers, which need not be whole, or free of other faults. */
export function loginsIn(answers: unknown): readonly AnsweredLogin[] {
	return placedLogins(answers).map(({login}) => login);
}

type PlacedLogin = {
	readonly section: (typeof sections)[number];
	readonly login: AnsweredLogin;
};

function placedLogins(answers: unknown): readonly PlacedLogin[] {
	return sections.flatMap(section => {
		const given: unknown = Reflect.get(Object(answers), section);
		const {data: login} = schemas[section].safeParse(Reflect.get(Object(given), 'login'));
		return login === undefined ? [] : [{section, login}];
	});
}

/** An open file gives what is in it once, and that is one password. */
export function refuseSharedFiles(answers: unknown, context: z.RefinementCtx): void {
	const logins = placedLogins(answers);
	for (const [index, {section, login}] of logins.entries()) {
		const first = logins
			.slice(0, index)
			.find(other => isSameFile(other.login.password, login.password));
		if (first !== undefined) {
			context.addIssue({
				code: 'custom',
				path: [section, 'login', 'password'],
				message: `An open file gives one password, and this one gives that of ${first.section}.login. Name another one.`,
			});
		}
	}
}

function isSameFile(one: Reference, other: Reference): boolean {
	return 'fd' in one && 'fd' in other && one.fd === other.fd;
}

/** Where a password is found, in words. */
export function referenceInWords(reference: Reference): string {
	return 'env' in reference
		? `the environment variable ${reference.env}`
		: `file descriptor ${reference.fd}`;
}
