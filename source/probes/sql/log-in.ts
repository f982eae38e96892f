import type {Socket} from 'node:net';
import type {Connection, ConnectionConfiguration} from 'tedious';
import {codeOf} from '../../host/file-errors.js';
import type {LoginErrand} from '../login.js';
import {plainWordsWithout} from '../redact.js';
import {knownAuthorities} from '../tls/authorities.js';
import type {SqlError, SqlLoginSeen} from './login-seen.js';

export type SqlLoginErrand = Extract<LoginErrand, {readonly for: 'sql'}>;

/** How long SQL Server's own programs wait for a login, in milliseconds. */
const loginLimit = 15_000;

/**
 * Logs in to a SQL Server on an open connection, and hangs up.
 * @throws the signal's reason when it is called off
 */
export async function logInToSql(
	socket: Socket,
	errand: SqlLoginErrand,
	signal: AbortSignal,
): Promise<SqlLoginSeen> {
	const start = performance.now();
	// Most runs log in nowhere, and need not load it.
	const tedious = await import('tedious');
	signal.throwIfAborted();
	const connection = new tedious.Connection(configurationFor(errand, socket));
	const hangUp = () => connection.close();
	signal.addEventListener('abort', hangUp, {once: true});
	try {
		const seen = await connect(connection, errand);
		signal.throwIfAborted();
		return {...seen, milliseconds: Math.round(performance.now() - start)};
	} finally {
		signal.removeEventListener('abort', hangUp);
		hangUp();
	}
}

async function connect(
	connection: Connection,
	{account}: SqlLoginErrand,
): Promise<Omit<SqlLoginSeen, 'milliseconds'>> {
	const plainWords = plainWordsWithout(account);
	const errors: SqlError[] = [];
	let database: string | undefined;
	// What is wrong is told here only: the error at the end has no number.
	connection.on('errorMessage', ({number, message}) => {
		if (errors.length < mostErrors) {
			errors.push({number, words: plainWords(message)});
		}
	});
	connection.on('databaseChange', name => {
		database = plainWords(name);
	});
	const {promise, resolve} = Promise.withResolvers<unknown>();
	// An error of the connection may come after its end.
	connection.on('error', resolve);
	connection.connect(resolve);
	const error = await promise;
	const code = error == null ? undefined : codeIn(error);
	return {
		outcome: error == null ? 'logged-in' : outcomeOf(errors, code),
		errors,
		database,
		code: code === undefined ? undefined : plainWords(code),
	};
}

const mostErrors = 10;

function configurationFor(
	{host, port, account, database, isStrict}: SqlLoginErrand,
	socket: Socket,
): ConnectionConfiguration {
	let isUsed = false;
	return {
		server: host,
		authentication: {
			type: 'default',
			options: {userName: account.user, password: account.password},
		},
		options: {
			port,
			database,
			appName: 'analytics-setup',
			connectTimeout: loginLimit,
			// Each try with a wrong password brings the account nearer to being locked.
			maxRetriesOnTransientErrors: 0,
			async connector() {
				// A server may send its clients elsewhere; the password goes nowhere else.
				if (isUsed) {
					throw new Error('redirected');
				}

				isUsed = true;
				return socket;
			},
			encrypt: isStrict ? 'strict' : true,
			// SQL Server signs its own certificate unless it is given one.
			trustServerCertificate: true,
			cryptoCredentialsDetails: {ca: [...knownAuthorities().certificates]},
		},
	};
}

/** The code of what is behind an error, or of the error itself. */
function codeIn(error: unknown): string {
	const behind = error instanceof Error ? codeOf(error.cause) : undefined;
	return behind ?? codeOf(error) ?? 'ELOGIN';
}

function outcomeOf(
	errors: readonly SqlError[],
	code = '',
): Exclude<SqlLoginSeen['outcome'], 'logged-in'> {
	if (errors.length > 0) {
		return 'refused';
	}

	switch (code) {
		case 'ETIMEOUT':
			return 'timeout';
		case 'EENCRYPT':
			return 'not-encrypted';
		default:
			return /SSL|TLS|CERT|EPROTO|UNABLE_TO/.test(code) ? 'tls-failed' : 'closed';
	}
}
