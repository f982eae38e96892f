import {
	type Address,
	formatAddress,
	parseAddress,
} from '../../source/addresses/address.js';
import type {Look, NameAnswer, NameFault} from '../../source/host/resolver.js';
import type {TcpSocket} from '../../source/host/tcp-table.js';
import type {DnsSeen} from '../../source/probes/dns/ask-dns.js';
import type {LoginSeen} from '../../source/probes/login.js';
import type {ProbeNetwork} from '../../source/probes/network.js';
import {browserPort, type SqlInstance} from '../../source/probes/sql/ask-browser.js';
import type {Seen} from '../../source/probes/talk.js';
import type {DialOutcome} from '../../source/probes/tcp/dial-outcome.js';
import {usuallySeen} from './recorded-seen.js';

/** What a recorded network answers; a name or a way that is not in it works. */
export type NetworkRecord = {
	readonly names?: Readonly<Record<string, readonly string[] | NameFault>>;
	/** The names of `192.0.2.1`; an address that is not in it has none. */
	readonly pointers?: Readonly<Record<string, readonly string[]>>;
	/** How reaching `192.0.2.1:443` ends; `never` until it is given up. */
	readonly dials?: Readonly<Record<string, DialOutcome | 'never'>>;
	/** What is seen at `192.0.2.1:443` once it is connected, instead of what is usual. */
	readonly seen?: Readonly<Record<string, Omit<Seen, 'dialled'>>>;
	/** How asking a DNS server ends, `10.62.0.53 udp`: the way, or the code of its answer. */
	readonly dns?: Readonly<Record<string, DialOutcome | Uppercase<string>>>;
	/** What SQL Browser tells at `192.0.2.1:1434`. */
	readonly instances?: Readonly<Record<string, readonly SqlInstance[]>>;
	readonly sockets?: readonly TcpSocket[];
	/** What comes of a login at `192.0.2.1:1433`, once it is connected. */
	readonly logins?: Readonly<Record<string, Omit<LoginSeen, 'dialled'>>>;
};

/** What every name stands for that the record does not list. */
const usualAddress = '192.0.2.1';

const codes = {
	connected: undefined,
	refused: 'ECONNREFUSED',
	timeout: 'ETIMEDOUT',
	unreachable: 'ENETUNREACH',
	prohibited: 'EACCES',
	failed: 'EMFILE',
} as const;

/** A network made of data, which writes down what it was asked. */
export function recordedNetwork(
	record: NetworkRecord,
	asked: string[] = [],
): ProbeNetwork {
	const {names = {}, dials = {}, seen = {}, dns = {}, instances = {}} = record;
	const {sockets = [], logins = {}} = record;
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
		prepare: async () => undefined,
		async resolve(name): Promise<NameAnswer> {
			asked.push(`resolve ${name}`);
			return answerFor(names[name] ?? [usualAddress]);
		},
		async namesOf(address) {
			const found = record.pointers?.[formatAddress(address)];
			return found === undefined
				? {outcome: 'nxdomain'}
				: {outcome: 'answered', names: found};
		},
		async travel(way, errand, signal) {
			const port = way.via === 'proxy' ? way.proxy.port : errand.port;
			const place = placeOf(way.address, port);
			const what = errand.talk === 'sntp' ? 'time' : 'dial';
			const dialled = await dial(what, place, signal);
			return dialled.outcome === 'connected'
				? {dialled, ...(seen[place] ?? usuallySeen(way, errand))}
				: {dialled};
		},
		async askDns({server, protocol}) {
			const place = `${formatAddress(server)} ${protocol}`;
			asked.push(`dns ${place}`);
			return dnsSeen(dns[place] ?? 'NOERROR');
		},
		async askSqlBrowser(address, _instance, signal) {
			const place = placeOf(address, browserPort);
			const dialled = await dial('browser', place, signal);
			return {dialled, instances: instances[place] ?? []};
		},
		async logIn(address, {for: kind, port}, signal) {
			const place = placeOf(address, port);
			const dialled = await dial(`${kind}-login`, place, signal);
			return {dialled, ...logins[place]};
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
	const addresses = typeof known === 'string' ? [] : known.map(addressOf);
	const looks = ([4, 6] as const).map((family): Look => {
		const own = addresses.filter(address => address.family === family);
		const isKnown = own.length > 0 ? 'answered' : 'no-address';
		const outcome = typeof known === 'string' ? known : isKnown;
		return {server: '10.62.0.53', family, outcome, addresses: own};
	});
	return typeof known === 'string'
		? {outcome: known, looks, milliseconds: 3}
		: {outcome: 'answered', addresses, looks, milliseconds: 3};
}

function dnsSeen(ending: DialOutcome | Uppercase<string>): DnsSeen {
	const outcome = isOutcome(ending) ? ending : 'connected';
	return {
		dialled: {outcome, code: codes[outcome], milliseconds: 2},
		code: isOutcome(ending) ? undefined : ending,
	};
}

function isOutcome(text: string): text is DialOutcome {
	return Object.hasOwn(codes, text);
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) {
		await new Promise(resolve => {
			signal.addEventListener('abort', resolve, {once: true});
		});
	}
}
