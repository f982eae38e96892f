import type {Address} from '../addresses/address.js';
import type {PointerAnswer} from '../host/names-of-address.js';
import type {NameAnswer} from '../host/resolver.js';
import type {TcpSocket} from '../host/tcp-table.js';
import type {DnsQuestion, DnsSeen} from './dns/ask-dns.js';
import type {LoginErrand, LoginSeen} from './login.js';
import type {BrowserSeen} from './sql/ask-browser.js';
import type {Errand, Seen, Way} from './talk.js';

/** Everything a probe may ask of the network; a test hands in a recorded one. */
export type ProbeNetwork = {
	/** Called once before a run, for what takes so long that times would be wrong. */
	readonly prepare: () => Promise<void>;
	readonly resolve: (name: string) => Promise<NameAnswer>;
	/** The names that the DNS has for an address. */
	readonly namesOf: (address: Address) => Promise<PointerAnswer>;
	readonly travel: (way: Way, errand: Errand, signal: AbortSignal) => Promise<Seen>;
	readonly askDns: (question: DnsQuestion, signal: AbortSignal) => Promise<DnsSeen>;
	readonly askSqlBrowser: (
		address: Address,
		instance: string,
		signal: AbortSignal,
	) => Promise<BrowserSeen>;
	readonly logIn: (
		address: Address,
		errand: LoginErrand,
		signal: AbortSignal,
	) => Promise<LoginSeen>;
	readonly readTcpSockets: () => Promise<readonly TcpSocket[]>;
};

/** All but what is known of this machine and its names by others. */
export type AskedNetwork = Omit<ProbeNetwork, 'resolve' | 'readTcpSockets'>;

/** Loads what speaks with others only when that is asked for. */
export function askLater(open: () => Promise<AskedNetwork>): AskedNetwork {
	let opened: Promise<AskedNetwork> | undefined;
	const network = () => {
		opened ??= open();
		return opened;
	};

	return {
		prepare: async () => (await network()).prepare(),
		namesOf: async address => (await network()).namesOf(address),
		travel: async (way, errand, signal) => (await network()).travel(way, errand, signal),
		askDns: async (question, signal) => (await network()).askDns(question, signal),
		askSqlBrowser: async (address, instance, signal) =>
			(await network()).askSqlBrowser(address, instance, signal),
		logIn: async (address, errand, signal) =>
			(await network()).logIn(address, errand, signal),
	};
}
