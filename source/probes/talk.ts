import type {Address} from '../addresses/address.js';
import type {ProxyTarget} from '../answers/proxy-url.js';
import type {Answers} from '../answers/schema.js';
import type {HttpSeen} from './http/http-seen.js';
import type {ProxyLoginSeen, ProxySeen} from './proxy/proxy-seen.js';
import type {SmtpSeen} from './smtp/smtp-seen.js';
import type {SqlSeen} from './sql/sql-seen.js';
import type {Dialled} from './tcp/dial-outcome.js';
import type {PathSeen} from './tcp/try-small-packets.js';
import type {TimeReply} from './time/sntp.js';
import type {TlsSeen} from './tls/tls-seen.js';

/** One way to a destination: straight to one of its addresses, or through the proxy. */
export type Way =
	| {readonly via: 'direct'; readonly address: Address}
	| {readonly via: 'proxy'; readonly address: Address; readonly proxy: ProxyTarget};

/** What is to be tried at the other end. */
export type Errand = {
	/** The name, or the address, by which the answers or the list call the other end. */
	readonly host: string;
	readonly port: number;
} & (
	| {readonly talk: 'sql' | 'sntp'}
	| {
			readonly talk: 'http' | 'https';
			readonly path: string;
			/** Whether the answer says from which hosts to fetch, and is read for that. */
			readonly isMirrorList?: true;
	  }
	| {readonly talk: 'smtp'; readonly security: Answers['smtp']['security']}
);

/** The port to which a way leads first. */
export function portOf(way: Way, {port}: Errand): number {
	return way.via === 'proxy' ? way.proxy.port : port;
}

export type WebErrand = Extract<Errand, {readonly path: string}>;

/**
 * What was seen on one way, stage by stage. The first stage that fails is the last one
 * that is there.
 */
export type Seen = {
	/** Of a datagram: the question and its answer. */
	readonly dialled: Dialled;
	readonly proxy?: ProxySeen;
	/** Undefined where the answers have none. */
	readonly proxyLogin?: ProxyLoginSeen;
	readonly tls?: TlsSeen;
	readonly http?: HttpSeen;
	readonly smtp?: SmtpSeen;
	readonly sql?: SqlSeen;
	readonly time?: TimeReply;
	/** Where one of these hangs: whether it does so with small packets too. */
	readonly path?: PathSeen;
};
