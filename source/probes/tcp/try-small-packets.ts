import {once} from 'node:events';
import {type AddressInfo, createServer} from 'node:net';
import {Failure} from '../../failure.js';
import type {LimitPackets} from '../../firewall/small-packets.js';

/** Whether what hangs goes on when both sides send small packets only. */
export type PathSeen =
	| {
			readonly outcome: 'passes';
			/** The largest packet, in bytes, of the sizes tried that got through. */
			readonly largest: number;
	  }
	| {readonly outcome: 'hangs'}
	| {readonly outcome: 'untested'; readonly reason: string};

/** Below what tunnels leave of 1500 bytes, below IPv6's least (RFC 8200), and IPv4's (RFC 791). */
const sizes = [1400, 1280, 576];

/**
 * Tries something that hangs again, with packets of several sizes at the same time.
 * @param isThrough tries it from this port of this server: does it go on?
 * @param limitPackets undefined where nobody may do that
 */
export async function trySmallPackets(
	isThrough: (localPort: number) => Promise<boolean>,
	limitPackets: LimitPackets | undefined,
): Promise<PathSeen> {
	if (limitPackets === undefined) {
		return {outcome: 'untested', reason: 'needs root and nftables'};
	}

	const ports = await Promise.all(sizes.map(freePort));
	const limits = sizes.map((bytes, index) => ({bytes, localPort: ports[index] ?? 0}));
	try {
		await using _limited = await limitPackets(limits);
		const through = await Promise.all(
			limits.map(async ({bytes, localPort}) =>
				(await isThrough(localPort)) ? [bytes] : [],
			),
		);
		const [largest] = through.flat();
		return largest === undefined ? {outcome: 'hangs'} : {outcome: 'passes', largest};
	} catch (error) {
		if (error instanceof Failure && error.code === 'command.failed') {
			return {outcome: 'untested', reason: error.message};
		}

		throw error;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0);
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
