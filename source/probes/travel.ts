import type {Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {formatAddress} from '../addresses/address.js';
import type {Endpoint} from '../addresses/peer.js';
import type {LimitPackets} from '../firewall/small-packets.js';
import {askHttp} from './http/ask-http.js';
import type {Account} from './login.js';
import {connectThrough} from './proxy/connect-through.js';
import {type AskedProxy, type ProxyLogin, withoutLogin} from './proxy/proxy-login.js';
import {askSmtp} from './smtp/ask-smtp.js';
import {askSql} from './sql/ask-sql.js';
import {type Errand, portOf, type Seen, type Way, type WebErrand} from './talk.js';
import {openTcp} from './tcp/open-tcp.js';
import {trySmallPackets} from './tcp/try-small-packets.js';
import {askTime} from './time/ask-time.js';
import {startTls} from './tls/start-tls.js';
import type {TlsSeen} from './tls/tls-seen.js';

/** Who goes, and how long. */
export type Traveller = {
	/** The name by which this server calls itself. */
	readonly hostname: string;
	readonly signal: AbortSignal;
	/** Undefined where nobody may do that. */
	readonly limitPackets: LimitPackets | undefined;
	/** The login of the answers for the proxy, where they have one. */
	readonly logInToProxy?: ProxyLogin;
};

/**
 * Goes one way to a destination and says there what its protocol wants to hear. Stops at
 * the first stage that fails; what hangs is tried again with small packets.
 * @throws the signal's reason when it is called off
 */
export async function travel(
	way: Way,
	errand: Errand,
	traveller: Traveller,
): Promise<Seen> {
	if (errand.talk === 'sntp') {
		return askForTime(way, errand, traveller);
	}

	const seen = await travelOnce(way, errand, traveller);
	if (!isHung(seen)) {
		return seen;
	}

	const isThrough = async (localPort: number) => {
		const again = await travelOnce(way, errand, {...traveller, localPort});
		return again.dialled.outcome === 'connected' && !isHung(again);
	};
	return {...seen, path: await trySmallPackets(isThrough, traveller.limitPackets)};
}

type OneTraveller = Traveller & {readonly localPort?: number};

async function travelOnce(
	way: Way,
	errand: Errand,
	traveller: OneTraveller,
): Promise<Seen> {
	const {dialled, socket} = await openTcp(way.address, portOf(way, errand), traveller);
	if (socket === undefined) {
		return {dialled};
	}

	try {
		return {dialled, ...(await talk(socket, way, errand, traveller))};
	} finally {
		socket.destroy();
	}
}

/** Whether the other side fell silent where large packets are usual. */
function isHung({tls, http, smtp, sql}: Seen): boolean {
	const inside = smtp?.tls ?? (sql?.outcome === 'answered' ? sql.tls : undefined);
	return [tls, inside, http].some(seen => seen?.outcome === 'timeout');
}

async function askForTime(
	{address}: Way,
	{port}: Errand,
	{signal}: Traveller,
): Promise<Seen> {
	const {reply, ...dialled} = await askTime(address, port, signal);
	return reply === undefined ? {dialled} : {dialled, time: reply};
}

/** What is said on a connection, by the protocol that is spoken there. */
async function talk(
	socket: Socket,
	way: Way,
	errand: Errand,
	traveller: Traveller,
): Promise<Omit<Seen, 'dialled'>> {
	const {hostname, signal} = traveller;
	const {host, port} = errand;
	switch (errand.talk) {
		case 'smtp':
			return {smtp: await askSmtp(socket, {...errand, hostname, signal})};
		case 'http':
		case 'https':
			return way.via === 'proxy'
				? talkThroughProxy(socket, way, errand, traveller)
				: talkWeb(socket, errand, signal);
		case 'sql': {
			const reopen = () => openTcp(way.address, port, {signal});
			return {sql: await askSql(socket, {host, signal, reopen})};
		}

		case 'sntp':
			return {};
	}
}

async function talkWeb(
	stream: Duplex,
	errand: WebErrand,
	signal: AbortSignal,
): Promise<Omit<Seen, 'dialled'>> {
	const question = {...errand, isForProxy: false, signal};
	if (errand.talk === 'http') {
		return {http: await askHttp(stream, question)};
	}

	const {seen: tls, socket: encrypted} = await startTls(stream, {
		host: errand.host,
		signal,
		protocols: ['http/1.1'],
	});
	return encrypted === undefined
		? {tls}
		: {tls, http: await askHttp(encrypted, question)};
}

/** A proxy fetches what is not encrypted itself, and connects for what is. */
async function talkThroughProxy(
	socket: Socket,
	{proxy}: Extract<Way, {readonly via: 'proxy'}>,
	errand: WebErrand,
	{signal, logInToProxy = withoutLogin}: Traveller,
): Promise<Omit<Seen, 'dialled'>> {
	const own = proxy.isSecure
		? await startTls(socket, {host: nameOf(proxy.host), signal})
		: undefined;
	const toProxy = own === undefined ? socket : own.socket;
	if (toProxy === undefined) {
		return {proxy: {outcome: 'not-a-proxy', code: 'no TLS', milliseconds: 0}};
	}

	const {seen, stream} = await logInToProxy(
		account => askProxy(toProxy, {...errand, account}, signal),
		own === undefined || isTrusted(own.seen),
	);
	return stream === undefined
		? seen
		: {...seen, ...(await talkWeb(stream, errand, signal))};
}

async function askProxy(
	toProxy: Socket,
	errand: WebErrand & {readonly account: Account | undefined},
	signal: AbortSignal,
): Promise<AskedProxy> {
	if (errand.talk === 'http') {
		return {seen: {http: await askHttp(toProxy, {...errand, isForProxy: true, signal})}};
	}

	const {seen, stream} = await connectThrough(toProxy, errand, signal);
	return {seen: {proxy: seen}, stream};
}

/** A password is for nobody else than the proxy of the answers. */
function isTrusted(seen: TlsSeen): boolean {
	return seen.outcome === 'established' && seen.fault === undefined && !seen.isOtherName;
}

function nameOf(host: Endpoint): string {
	return host.kind === 'name' ? host.name : formatAddress(host.address);
}
