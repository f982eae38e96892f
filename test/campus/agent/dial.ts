import {createSocket} from 'node:dgram';
import {connect, isIPv6} from 'node:net';
import type {Dial, DialResult, Outcome} from './messages.js';

const outcomes: Readonly<Record<string, Outcome>> = {
	ECONNREFUSED: 'refused',
	ECONNRESET: 'refused',
	ETIMEDOUT: 'timeout',
	EHOSTUNREACH: 'unreachable',
	ENETUNREACH: 'unreachable',
	EACCES: 'blocked',
	EPERM: 'blocked',
};

type Attempt = {
	readonly succeed: (outcome: Outcome) => void;
	readonly fail: (error: NodeJS.ErrnoException) => void;
};

/** Tries once, and says what a program on this host would see. */
export async function dial(wanted: Dial): Promise<DialResult> {
	const started = performance.now();
	const {promise, resolve, reject} =
		Promise.withResolvers<Omit<DialResult, 'milliseconds'>>();
	const timer = setTimeout(() => resolve({outcome: 'timeout'}), wanted.timeout ?? 400);
	const stop = (wanted.protocol === 'tcp' ? dialTcp : dialUdp)(wanted, {
		succeed: outcome => resolve({outcome}),
		fail(error) {
			const outcome = outcomes[error.code ?? ''];
			// Anything else, like an address in use, is the caller's mistake.
			if (outcome) {
				resolve({outcome, code: error.code});
			} else {
				reject(error);
			}
		},
	});
	try {
		return {...(await promise), milliseconds: performance.now() - started};
	} finally {
		clearTimeout(timer);
		stop();
	}
}

function dialTcp({address, port, sourceAddress, sourcePort}: Dial, attempt: Attempt) {
	const socket = connect({
		host: address,
		port,
		...(sourceAddress && {localAddress: sourceAddress}),
		...(sourcePort && {localPort: sourcePort}),
	});
	socket.on('connect', () => attempt.succeed('connected'));
	socket.on('error', attempt.fail);
	return () => {
		if (socket.connecting) {
			socket.destroy();
			return;
		}

		// A reset would let the listener forget who came, so part in good order.
		socket.resume().end();
		socket.setTimeout(1000, () => socket.destroy());
	};
}

function dialUdp(wanted: Dial, attempt: Attempt) {
	const {address, port, sourceAddress, sourcePort, payload} = wanted;
	const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
	socket.on('error', attempt.fail);
	socket.on('message', () => attempt.succeed('answered'));
	// Only a connected socket is told when the other side refuses.
	socket.on('connect', () => {
		socket.send(payload ? Buffer.from(payload, 'base64') : 'hello', error => {
			if (error) {
				attempt.fail(error);
			}
		});
	});
	socket.bind(
		{
			...(sourceAddress && {address: sourceAddress}),
			...(sourcePort && {port: sourcePort}),
		},
		() => socket.connect(port, address),
	);
	return () => socket.close();
}
