import * as z from 'zod';
import {readMailAddress} from '../addresses/mail-address.js';
import {secretFault} from './secrets.js';

const variableFault =
	'A variable has at most 64 capital letters, digits and _, and begins with no digit.';
const descriptorFault =
	'An open file has a number from 3 to 9999; 0 is the standard input.';
const referenceFault =
	'Name where the password is found, in one way: {env: VARIABLE} or {fd: NUMBER}.';

/** Where a secret is found: it never stands in the answers themselves. */
const referenceSchema = z
	.union(
		[
			z.strictObject({
				env: z
					.string()
					.regex(/^[A-Z_][A-Z0-9_]{0,63}$/, variableFault)
					.meta({
						description: 'The environment variable that holds it.',
						examples: ['SQL_PASSWORD'],
					}),
			}),
			z.strictObject({
				fd: z
					.int(descriptorFault)
					.min(0, descriptorFault)
					.max(9999, descriptorFault)
					.refine(number => number === 0 || number > 2, descriptorFault)
					.meta({
						description:
							'The number of the open file that gives it, with --answers; 0 is standard input.',
						examples: [3],
						not: {enum: [1, 2]},
					}),
			}),
		],
		{error: ({input}) => (isScalar(input) ? secretFault : referenceFault)},
	)
	.meta({
		description: 'Where the password is found: {env: VARIABLE} or {fd: NUMBER}.',
	});

export type Reference = z.output<typeof referenceSchema>;

const oneLine = /^(?=.*\S)[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u;

const user = z
	.string()
	.regex(oneLine, 'A user name is one line of 1 to 128 characters.')
	.meta({description: 'The name of the user.', examples: ['analytics']});

const account = {user, password: referenceSchema};

/** Who logs in, and where the password is found. */
export type AnsweredLogin = {readonly user: string; readonly password: Reference};

export const sqlLogin = z
	.strictObject({
		...account,
		database: z
			.string()
			.regex(oneLine, 'The name of a database is one line of 1 to 128 characters.')
			.optional()
			.meta({description: "The database to open; without it, the user's own one."}),
	})
	.meta({
		description:
			'A login of SQL Server itself that "probe" tries. The password stays out of this file.',
	});

export const smtpLogin = z
	.strictObject({
		...account,
		messageTo: z
			.string()
			.superRefine((text, context) => {
				const {fault: message} = readMailAddress(text);
				if (message !== undefined) {
					context.addIssue({code: 'custom', message});
				}
			})
			.optional()
			.meta({description: 'To whom "probe" sends a test message; without it, none.'}),
	})
	.meta({
		description: 'A login that "probe" tries. The password stays out of this file.',
	});

export const proxyLogin = z
	.strictObject({
		...account,
		user: user.regex(
			/^[^:]*$/,
			'The user name of a proxy has no colon in it (RFC 7617).',
		),
	})
	.meta({
		description:
			'The login that the proxy wants (HTTP Basic). The password stays out of this file.',
	});

function isScalar(input: unknown): boolean {
	return typeof input === 'string' || typeof input === 'number';
}
