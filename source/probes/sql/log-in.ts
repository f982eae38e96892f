import type {Socket} from 'node:net';
import {Connection, type ConnectionOptions} from 'tedious';
import {codeOf} from '../../host/file-errors.js';
import {plainWordsWithout} from '../../redaction/plain-words.js';
import type {LoginErrand} from '../login.js';
import {knownAuthorities} from '../tls/authorities.js';
import type {SqlError, SqlLoginSeen} from './login-seen.js';

export type SqlLoginErrand = Extract<LoginErrand, {readonly for: 'sql'}>;

/** How long SQL Server's own programs wait for a login, in milliseconds. */
const loginLimit = 15_000;

/** More than a server has to say against one login. */
const mostErrors = 10;

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
	signal.throwIfAborted();
	const {host: server, account} = errand;
	const {user: userName, password} = account;
	let timesOpened = 0;
	const connector = async () => {
		timesOpened += 1;
		// A server may send its clients elsewhere; the password goes nowhere else.
		if (timesOpened > 1) {
			throw new Error('redirected');
		}

		return socket;
	};
	const connection = new Connection({
		server,
		authentication: {type: 'default', options: {userName, password}},
		options: {...optionsFor(errand), connector},
	});
	const plainWords = plainWordsWithout(account);
	const errors: SqlError[] = [];
	// What is wrong is told here only: the error at the end has no number.
	connection.on('errorMessage', ({number, message}) => {
		if (errors.length < mostErrors) {
			errors.push({number, words: plainWords(message)});
		}
	});
	let database: string | undefined;
	connection.on('databaseChange', name => {
		database = plainWords(name);
	});
	const {promise, resolve} = Promise.withResolvers<unknown>();
	connection.on('error', resolve);
	const hangUp = () => connection.close();
	signal.addEventListener('abort', hangUp, {once: true});
	connection.connect(resolve);
	const error = await promise;
	signal.removeEventListener('abort', hangUp);
	hangUp();
	signal.throwIfAborted();
	const code = error == null ? undefined : plainWords(codeIn(error));
	const outcome = timesOpened > 1 ? 'redirected' : outcomeOf(errors, code);
	const milliseconds = Math.round(performance.now() - start);
	return {outcome, errors, database, code, milliseconds};
}

function optionsFor({port, database, isStrict}: SqlLoginErrand): ConnectionOptions {
	return {
		port,
		database,
		appName: 'analytics-setup',
		connectTimeout: loginLimit,
		// Each try with a wrong password brings the account nearer to being locked.
		maxRetriesOnTransientErrors: 0,
		encrypt: isStrict ? 'strict' : true,
		// SQL Server signs its own certificate unless it is given one.
		trustServerCertificate: true,
		cryptoCredentialsDetails: {ca: [...knownAuthorities().certificates]},
	};
}

/** The code of what is behind an error, or of the error itself. */
function codeIn(error: unknown): string {
	const behind = error instanceof Error ? codeOf(error.cause) : undefined;
	return behind ?? codeOf(error) ?? 'ELOGIN';
}

function outcomeOf(
	errors: readonly SqlError[],
	code: string | undefined,
): SqlLoginSeen['outcome'] {
	if (code === undefined) {
		return 'logged-in';
	}

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
