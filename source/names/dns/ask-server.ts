import {type DecodedPacket, encode, type Packet, RECURSION_DESIRED} from 'dns-packet';
import type {Address, Family} from '../../addresses/address.js';
import {fromDirectPort} from '../../host/direct-port.js';
import {codeOf} from '../../host/file-errors.js';
import {faultOf} from '../../host/resolver.js';
import type {ServerAnswer} from '../ask-servers.js';
import {exchange} from './exchange.js';
import {addressesIn, decodeSections, timeToLive} from './told-in.js';

/** How long the first try may take, in milliseconds: a packet may be lost. */
const firstTry = 1200;

/** What fits into one packet everywhere (RFC 9715). */
const mostBytes = 1232;

const types = {4: 'A', 6: 'AAAA'} as const;

export type AskOptions = {
	/** In milliseconds. */
	readonly timeout: number;
	/** Whether the server itself must answer, and not what answers for it on this server. */
	readonly isDirect?: true;
};

/**
 * Asks one server for the addresses that a name has in one family: over UDP, and over TCP
 * where the answer does not fit.
 */
export async function askAddresses(
	server: Address,
	name: string,
	family: Family,
	{timeout, isDirect}: AskOptions,
): Promise<ServerAnswer> {
	const end = performance.now() + timeout;
	const ask = (query: Uint8Array, via: 'udp' | 'tcp', most = timeout) => {
		const from = (localPort?: number) =>
			exchange(server, query, {
				via,
				localPort,
				timeout: Math.min(most, end - performance.now()),
			});
		return isDirect ? fromDirectPort(from) : from();
	};
	const askTwice = (query: Uint8Array) =>
		ask(query, 'udp', firstTry).catch(error =>
			isLost(error) ? ask(query, 'udp') : Promise.reject(error),
		);
	const query = queryFor(name, family);
	const plain = {...query, additionals: []};
	try {
		const first = await askTwice(encode(query));
		const reply = isMisunderstood(first) ? await askTwice(encode(plain)) : first;
		return answerIn(isCutOff(reply) ? await ask(encode(plain), 'tcp') : reply);
	} catch (error) {
		return {outcome: faultOf(error)};
	}
}

function queryFor(name: string, family: Family): Packet {
	return {
		type: 'query',
		flags: RECURSION_DESIRED,
		questions: [{type: types[family], name}],
		additionals: [
			{
				...{type: 'OPT', name: '.', udpPayloadSize: mostBytes, extendedRcode: 0},
				...{ednsVersion: 0, flags: 0, flag_do: false, options: []},
			},
		],
	};
}

function isLost(error: unknown): boolean {
	return codeOf(error) === 'ETIMEOUT';
}

/** The flag TC (RFC 1035 section 4.1.1). */
function isCutOff(reply: Uint8Array): boolean {
	return ((reply[2] ?? 0) & 0x02) !== 0;
}

/** Response codes (RFC 1035 section 4.1.1); whatever else is said is no answer either. */
const codes = {
	...{success: 0, malformed: 1, noSuchName: 3, notImplemented: 4, refused: 5},
} as const;

function codeIn(reply: Uint8Array): number {
	return (reply[3] ?? 0) & 0x0f;
}

/** By a server that does not know EDNS (RFC 6891 section 7). */
function isMisunderstood(reply: Uint8Array): boolean {
	return [codes.malformed, codes.notImplemented].some(code => code === codeIn(reply));
}

function answerIn(reply: Uint8Array): ServerAnswer {
	const code = codeIn(reply);
	const packet = decodeSections(reply, 'authorities');
	if (packet === undefined || (code !== codes.success && code !== codes.noSuchName)) {
		return {outcome: code === codes.refused ? 'refused' : 'servfail'};
	}

	const addresses = addressesIn(packet);
	if (code === codes.success && addresses.length > 0) {
		return {outcome: 'answered', addresses};
	}

	const outcome = code === codes.success ? 'no-address' : 'nxdomain';
	return {outcome, ttl: negativeTtl(packet)};
}

/** How long "there is none" may be kept, in seconds (RFC 2308 section 5). */
function negativeTtl({authorities = []}: DecodedPacket): number {
	const [start] = authorities.flatMap(each => (each.type === 'SOA' ? [each] : []));
	return start === undefined
		? 0
		: Math.min(timeToLive(start.ttl), timeToLive(start.data.minimum));
}
