import {isIP} from 'node:net';
import type {Duplex} from 'node:stream';
import {
	checkServerIdentity,
	connect,
	createSecureContext,
	type SecureContext,
	type SecureVersion,
	type TLSSocket,
} from 'node:tls';
import {codeOf} from '../../host/file-errors.js';
import {answerLimit} from '../tcp/dial-outcome.js';
import {knownAuthorities} from './authorities.js';
import {describeCertificate, namesIn, readChain} from './read-certificates.js';
import type {TlsEstablished, TlsSeen} from './tls-seen.js';

export type TlsOptions = {
	/** The name, or the address, by which the other end is called. */
	readonly host: string;
	readonly signal: AbortSignal;
	/** What is to be spoken inside, as ALPN names it (RFC 7301). */
	readonly protocols?: readonly string[];
	/** TLS inside TDS knows no newer one than 1.2 (MS-TDS). */
	readonly maxVersion?: SecureVersion;
};

/** An encrypted stream with what was seen of it, or why there is none. */
export type TlsStarted = {readonly seen: TlsSeen; readonly socket: TLSSocket | undefined};

/**
 * Begins TLS on a stream that is open; takes any certificate, so that it can be told.
 * @throws the signal's reason when it is called off
 */
export async function startTls(
	stream: Duplex,
	{host, signal, protocols, maxVersion}: TlsOptions,
): Promise<TlsStarted> {
	signal.throwIfAborted();
	const start = performance.now();
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]);
	const socket = connect({
		socket: stream,
		// A server name is never an address (RFC 6066 section 3).
		...(isIP(host) === 0 ? {servername: host} : {}),
		rejectUnauthorized: false,
		secureContext: contextUpTo(maxVersion),
		...(protocols === undefined ? {} : {ALPNProtocols: [...protocols]}),
	});
	const {promise, resolve} = Promise.withResolvers<string | undefined>();
	const giveUp = () => resolve('ETIMEDOUT');
	const cut = () => resolve('ECONNRESET');
	limit.addEventListener('abort', giveUp, {once: true});
	stream.once('close', cut);
	socket.once('secureConnect', () => resolve(undefined));
	socket.once('close', cut);
	socket.on('error', error => resolve(codeOf(error) ?? error.message));
	const code = await promise;
	limit.removeEventListener('abort', giveUp);
	stream.removeListener('close', cut);
	const milliseconds = Math.round(performance.now() - start);
	if (code !== undefined || signal.aborted) {
		socket.destroy();
		signal.throwIfAborted();
		const failed = code ?? '';
		return {
			seen: {outcome: outcomeOf(failed), code: failed, milliseconds},
			socket: undefined,
		};
	}

	return {seen: describe(socket, host, milliseconds), socket};
}

/** Reads the authorities before any time is taken: that needs a moment in which all waits. */
export function prepareTls(): void {
	contextUpTo();
}

/** Even versions that nobody should use, so that they can be named. */
const oldest: SecureVersion = 'TLSv1';

const contexts = new Map<SecureVersion, SecureContext>();

/** Reading all the authorities takes a while: once is enough. */
function contextUpTo(maxVersion: SecureVersion = 'TLSv1.3'): SecureContext {
	const context =
		contexts.get(maxVersion) ??
		createSecureContext({
			ca: [...knownAuthorities().certificates],
			minVersion: oldest,
			maxVersion,
			// OpenSSL takes the old versions only at the lowest security level.
			ciphers: 'DEFAULT@SECLEVEL=0',
		});
	contexts.set(maxVersion, context);
	return context;
}

function describe(socket: TLSSocket, host: string, milliseconds: number): TlsEstablished {
	const chain = readChain(socket);
	const [leaf] = chain;
	// Typed as an Error, it is the code of OpenSSL.
	const {authorizationError} = socket as {authorizationError?: unknown};
	const fault = authorizationError == null ? undefined : String(authorizationError);
	return {
		outcome: 'established',
		version: socket.getProtocol() ?? 'unknown',
		cipher: socket.getCipher().name,
		certificates: chain.map(describeCertificate),
		...knownAuthorities().examine(chain.map(({raw}) => raw)),
		fault: isNameFault(fault) ? undefined : fault,
		isOtherName: leaf !== undefined && checkServerIdentity(host, leaf) !== undefined,
		names: leaf === undefined ? [] : namesIn(leaf),
		milliseconds,
	};
}

function isNameFault(fault = ''): boolean {
	return fault.includes('ERR_TLS_CERT_ALTNAME_INVALID');
}

function outcomeOf(code: string): Exclude<TlsSeen['outcome'], 'established'> {
	if (code === 'ETIMEDOUT') {
		return 'timeout';
	}

	if (['ECONNRESET', 'EPIPE', 'ERR_SSL_UNEXPECTED_EOF_WHILE_READING'].includes(code)) {
		return 'closed';
	}

	// Whoever sends an alert speaks TLS (RFC 8446 section 6).
	const isAlert = code.includes('ALERT');
	if (!isAlert && /WRONG_VERSION|HTTP_REQUEST|PACKET_LENGTH|NOT_TLS|RECORD/.test(code)) {
		return 'not-tls';
	}

	return /PROTOCOL|VERSION|CIPHER|HANDSHAKE|SECURITY/.test(code) ? 'refused' : 'failed';
}
