import type {Address} from '../addresses/address.js';
import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {LimitPackets} from '../firewall/small-packets.js';
import type {Keyring} from '../host/keyring.js';
import {namesOfAddress} from '../host/names-of-address.js';
import {askDns} from './dns/ask-dns.js';
import {logIn} from './log-in.js';
import type {AskedNetwork} from './network.js';
import {type ProxyLogin, proxyLoginOf, withoutLogin} from './proxy/proxy-login.js';
import {askBrowser} from './sql/ask-browser.js';
import {prepareTls} from './tls/start-tls.js';
import {travel} from './travel.js';

export type OwnNetworkOptions = {
	readonly answers: Answers;
	/** The DNS servers. */
	readonly servers: readonly Address[];
	/** Undefined where no rules may come and go. */
	readonly limitPackets: LimitPackets | undefined;
	/** Has the login of a proxy; undefined where none is told to it. */
	readonly keyring: Keyring | undefined;
};

/** What of the network is asked from here. */
export function ownNetwork({
	answers,
	servers,
	limitPackets,
	keyring,
}: OwnNetworkOptions): AskedNetwork {
	const {hostname} = answers.server;
	const logInToProxy = proxyLoginFor(answers, keyring ?? noPasswords);
	return {
		prepare: async () => prepareTls(),
		namesOf: address => namesOfAddress(address, servers),
		travel: (way, errand, signal) =>
			travel(way, errand, {hostname, signal, limitPackets, logInToProxy}),
		askDns,
		askSqlBrowser: askBrowser,
		logIn: (address, errand, signal) => logIn(address, errand, {hostname, signal}),
	};
}

function proxyLoginFor(
	{proxy: {login}}: Answers,
	keyring: Pick<Keyring, 'passwordOf'>,
): ProxyLogin {
	return login === undefined
		? withoutLogin
		: proxyLoginOf(login.user, () => keyring.passwordOf(login));
}

const noPasswords: Pick<Keyring, 'passwordOf'> = {
	async passwordOf() {
		throw new Failure('usage', 'No password is sent while an address is typed.');
	},
};
