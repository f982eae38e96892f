import {createSocket} from 'node:dgram';
import {once} from 'node:events';
import {type Address, formatAddress} from '../../addresses/address.js';
import {isTestReply, testQuery} from './test-question.js';

/** How often and how long an answer is waited for, in milliseconds. */
const tries = 3;
const patience = 500;

/**
 * Whether what a program of this server asks a DNS server is answered by us: the rules in
 * effect may be of an earlier version, or somebody else's.
 */
export async function isTurned(server: Address): Promise<boolean> {
	for (let attempt = 0; attempt < tries; attempt += 1) {
		if (await isAnsweredByUs(server, attempt + 1)) {
			return true;
		}
	}

	return false;
}

async function isAnsweredByUs(server: Address, id: number): Promise<boolean> {
	const socket = createSocket(`udp${server.family}`);
	try {
		socket.connect(53, formatAddress(server));
		await once(socket, 'connect');
	} catch {
		// No way leads there now, as before the network is up: nobody can ask it anything.
		socket.close();
		return true;
	}

	const {signal, ...late} = timeLimit();
	try {
		socket.send(testQuery(id));
		const [reply] = (await once(socket, 'message', {signal})) as [Uint8Array];
		return isTestReply(reply);
	} catch {
		return false;
	} finally {
		late.clear();
		socket.close();
	}
}

function timeLimit() {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(), patience);
	return {signal: controller.signal, clear: () => clearTimeout(timer)};
}
