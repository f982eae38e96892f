import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {connect} from 'node:net';
import {setImmediate, setTimeout} from 'node:timers/promises';
import {codeOf} from '../host/file-errors.js';
import type {Dial} from './messages.js';

/** What a refusal looks like, by our own rules or by those of the other side. */
const refusals = new Set([
	'EACCES',
	'EPERM',
	'EHOSTUNREACH',
	'ECONNREFUSED',
	'ECONNRESET',
	'ETIMEDOUT',
]);

/** Until an unanswered question is asked again, in milliseconds. */
const pause = 500;

/**
 * Whether something answers at a place.
 * @throws whatever is no refusal: an attempt that could not be made proves nothing
 */
export async function dial(wanted: Dial): Promise<boolean> {
	return Promise.race([isAnswered(wanted), patienceEnds(wanted.patience)]);
}

async function isAnswered(wanted: Dial): Promise<boolean> {
	try {
		await (wanted.protocol === 'tcp' ? connected(wanted) : echoed(wanted));
		return true;
	} catch (error) {
		if (refusals.has(codeOf(error) ?? '')) {
			return false;
		}

		throw error;
	}
}

async function connected({address, port, from}: Dial): Promise<void> {
	const socket = connect({host: address, port, localAddress: from});
	await once(socket, 'connect');
}

/** Asks again until it is answered: UDP itself sends nothing again that was lost. */
async function echoed({address, port, from}: Dial): Promise<void> {
	const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
	let asking: NodeJS.Timeout | undefined;
	socket.bind({address: from}, () => {
		// Only a connected socket is told when the other side refuses.
		socket.connect(port, address, () => {
			socket.send('hello');
			asking = setInterval(() => socket.send('hello'), pause);
		});
	});
	try {
		await once(socket, 'message');
	} finally {
		clearInterval(asking);
		socket.close();
	}
}

/** A process that was kept waiting hears the answers that have come meanwhile first. */
async function patienceEnds(milliseconds: number): Promise<false> {
	await setTimeout(milliseconds);
	await setImmediate();
	return false;
}
