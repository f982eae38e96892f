import {
	type Address,
	formatAddress,
	parseAddress,
} from '../../source/addresses/address.js';
import type {NameAnswer, NameFault} from '../../source/host/resolver.js';
import type {TcpSocket} from '../../source/host/tcp-table.js';
import type {DialOutcome} from '../../source/probes/tcp/dial-outcome.js';
import type {ProbeNetwork} from '../../source/probes/network.js';
import type {TimeReply} from '../../source/probes/time/sntp.js';

/** What a recorded network answers; a name or a way that is not in it works. */
export type NetworkRecord = {
	readonly names?: Readonly<Record<string, readonly string[] | NameFault>>;
	/** How reaching `192.0.2.1:443` ends; `never` until it is given up. */
	readonly dials?: Readonly<Record<string, DialOutcome | 'never'>>;
	readonly times?: Readonly<Record<string, TimeReply>>;
	readonly sockets?: readonly TcpSocket[];
};

/** What every name stands for that the record does not list. */
const usualAddress = '192.0.2.1';

export const goodTime: TimeReply = {
	stratum: 2,
	kiss: undefined,
	isUnsynchronised: false,
	offset: -4,
};

const codes = {
	connected: undefined,
	refused: 'ECONNREFUSED',
	timeout: 'ETIMEDOUT',
	unreachable: 'EHOSTUNREACH',
	prohibited: 'EACCES',
	failed: 'EMFILE',
} as const;

/** A network made of data, which writes down what it was asked. */
export function recordedNetwork(
	{names = {}, dials = {}, times = {}, sockets = []}: NetworkRecord,
	asked: string[] = [],
): ProbeNetwork {
	const dial = async (what: string, place: string, signal: AbortSignal) => {
		asked.push(`${what} ${place}`);
		const outcome = dials[place] ?? 'connected';
		if (outcome === 'never') {
			await aborted(signal);
			asked.push(`given up ${place}`);
			throw signal.reason;
		}

		return {outcome, code: codes[outcome], milliseconds: 11};
	};

	return {
		async resolve(name): Promise<NameAnswer> {
			asked.push(`resolve ${name}`);
			return answerFor(names[name] ?? [usualAddress]);
		},
		async travel(way, errand, signal) {
			const port = way.via === 'proxy' ? way.proxy.port : errand.port;
			const place = placeOf(way.address, port);
			const what = errand.talk === 'sntp' ? 'time' : 'dial';
			const dialled = await dial(what, place, signal);
			return dialled.outcome === 'connected' && errand.talk === 'sntp'
				? {dialled, time: times[place] ?? goodTime}
				: {dialled};
		},
		async readTcpSockets() {
			asked.push('sockets');
			return sockets;
		},
	};
}

/** An address that a test writes as text. */
export function addressOf(text: string): Address {
	const address = parseAddress(text);
	if (address === undefined) {
		throw new Error(`"${text}" is no address`);
	}

	return address;
}

function placeOf(address: Address, port: number): string {
	return `${formatAddress(address)}:${port}`;
}

function answerFor(known: readonly string[] | NameFault): NameAnswer {
	return typeof known === 'string'
		? {outcome: known, asked: ['10.62.0.53'], milliseconds: 3}
		: {
				outcome: 'answered',
				addresses: known.map(addressOf),
				by: '10.62.0.53',
				milliseconds: 3,
			};
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) {
		await new Promise(resolve => {
			signal.addEventListener('abort', resolve, {once: true});
		});
	}
}
