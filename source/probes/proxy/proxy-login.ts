import type {Duplex} from 'node:stream';
import {Failure} from '../../failure.js';
import {redactValue} from '../../redaction/redact-value.js';
import {redactorFor} from '../../redaction/redactor.js';
import type {Account} from '../login.js';
import type {Seen} from '../talk.js';
import {refusesLogin} from './judge-proxy.js';
import type {ProxyLoginSeen} from './proxy-seen.js';

/** What came of asking a proxy, and the way through it where there is one. */
export type AskedProxy = {
	readonly seen: Pick<Seen, 'proxy' | 'http' | 'proxyLogin'>;
	readonly stream?: Duplex | undefined;
};

type Ask = (account?: Account) => Promise<AskedProxy>;

/** Asks a proxy with a login; it is not told to one that is not trusted. */
export type ProxyLogin = (ask: Ask, isTrusted: boolean) => Promise<AskedProxy>;

/** How a proxy is asked where the answers have no login for it. */
export const withoutLogin: ProxyLogin = ask => ask();

/**
 * Until one answer shows that a proxy takes a login, it is asked once, and the others
 * wait: many attempts at once with a wrong password would lock the account.
 * @param readPassword fails with a Failure where there is none
 */
export function proxyLoginOf(
	user: string,
	readPassword: () => Promise<string>,
): ProxyLogin {
	let first: Promise<AskedProxy> | undefined;
	return async (ask, isTrusted) => {
		const lack = isTrusted ? undefined : 'The certificate of the proxy is not trusted';
		const account = lack === undefined ? await accountOf(user, readPassword) : {lack};
		if ('lack' in account) {
			return withSeen(await ask(), {user, lack: account.lack});
		}

		const askAs = async () => withSeen(without(account, await ask(account)), {user});
		if (first === undefined) {
			first = askAs();
			return first;
		}

		const shown = await first.catch(() => undefined);
		return shown !== undefined && isRefused(shown) ? {seen: shown.seen} : askAs();
	};
}

async function accountOf(
	user: string,
	readPassword: () => Promise<string>,
): Promise<Account | {readonly lack: string}> {
	try {
		return {user, password: await readPassword()};
	} catch (error) {
		if (error instanceof Failure) {
			return {lack: error.message.replace(/\.$/, '')};
		}

		throw error;
	}
}

function withSeen({seen, stream}: AskedProxy, proxyLogin: ProxyLoginSeen): AskedProxy {
	return {seen: {...seen, proxyLogin}, stream};
}

/** Some say again what they are told. */
function without({user, password}: Account, {seen, stream}: AskedProxy): AskedProxy {
	const hide = () => '(password)';
	const {redact} = redactorFor({secrets: [{user, value: password}], nameOf: hide});
	return {seen: redactValue(seen, {redact, hide}) as AskedProxy['seen'], stream};
}

function isRefused({seen: {proxy, http}}: AskedProxy): boolean {
	return [proxy, http].some(seen => seen !== undefined && refusesLogin(seen));
}
