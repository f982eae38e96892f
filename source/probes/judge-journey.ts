import type {Answers} from '../answers/schema.js';
import type {Connection} from '../catalogue/connection.js';
import {judgeHttp} from './http/judge-http.js';
import {type Judgement, judgement} from './judgement.js';
import type {Journey} from './observation.js';
import type {PermittedHere} from './permitted-here.js';
import {judgeFetch, judgeProxy, judgeWayToProxy} from './proxy/judge-proxy.js';
import {judgeSmtp} from './smtp/judge-smtp.js';
import {judgeSql} from './sql/judge-sql.js';
import type {Errand, Way} from './talk.js';
import {judgeTime} from './time/judge-time.js';
import {judgeTls} from './tls/judge-tls.js';
import {verdictOf} from './verdict-of.js';

/** What one way to a destination proves, or why it proves nothing. */
export function judgeJourney(
	journey: Journey,
	errand: Errand,
	connection: Connection,
	permitted: PermittedHere,
): Judgement {
	const {path} = journey.seen;
	if (path?.outcome === 'passes') {
		return judgement('tcp.mtu', 'large packets are lost', {
			named: String(path.largest),
		});
	}

	const stages = [
		judgeDial(journey, connection, permitted),
		...judgeTalk(journey, errand, connection),
	];
	const failed = stages.find(stage => verdictOf(stage) === 'fail');
	return (
		(failed && path?.outcome === 'hangs' ? alsoWithSmallPackets(failed) : failed) ??
		stages.find(({cause}) => cause !== null) ??
		judgement(null, describe(stages))
	);
}

/** It is not the size of the packets. */
function alsoWithSmallPackets(failed: Judgement): Judgement {
	return {...failed, detail: `${failed.detail}, with small packets too`};
}

/** That TCP connected is worth a word only where nothing more was said. */
function describe([dial, ...talk]: readonly Judgement[]): string {
	const details = talk.map(({detail}) => detail).filter(detail => detail !== '');
	return details.length === 0 ? (dial?.detail ?? '') : details.join(', ');
}

/** What each stage after the first proves, in their order. */
function judgeTalk(
	{way, seen}: Journey,
	errand: Errand,
	{peer}: Connection,
): readonly Judgement[] {
	const {proxy, proxyLogin, tls, http, smtp, sql, time} = seen;
	const isPublic = peer === 'destination';
	const security = tls && judgeTls(tls, {host: errand.host, isPublic});
	return [
		proxy && judgeProxy(proxy, proxyLogin),
		security,
		http &&
			((way.via === 'proxy' && security === undefined
				? judgeFetch(http, proxyLogin)
				: undefined) ??
				judgeHttp(http, {
					host: errand.host,
					isSiteItself: security?.cause === null,
				})),
		smtp && judgeSmtp(smtp, {host: errand.host, security: securityOf(errand), isPublic}),
		sql && judgeSql(sql, errand),
		time && judgeTime(time),
	].filter(judged => judged !== undefined);
}

function securityOf(errand: Errand): Answers['smtp']['security'] {
	return errand.talk === 'smtp' ? errand.security : 'none';
}

function judgeDial(
	{way, seen: {dialled}}: Journey,
	{protocol}: Connection,
	permitted: PermittedHere,
): Judgement {
	const {outcome, code} = dialled;
	if (isBlockedHere(way, dialled, permitted)) {
		return permitted.name(way) && !permitted.way(way)
			? judgement('names.behind', 'its address is not permitted yet')
			: judgement('local.blocked', "blocked by this server's own firewall");
	}

	if (way.via === 'proxy') {
		return judgeWayToProxy(dialled);
	}

	if (outcome === 'connected') {
		return judgement(null, 'connected');
	}

	if (outcome === 'failed') {
		return judgement('probe.failed', `could not be tried (${code ?? ''})`);
	}

	const meaning = isRefusedAtOnce(dialled) ? 'prohibited' : outcome;
	return judgement(`${protocol}.${meaning}`, failureDetails[meaning]);
}

/** A host that is off is missed by its router only after seconds (RFC 1122, RFC 4861). */
const atOnce = 1000;

/**
 * Linux has one error for ICMP's "host unreachable" and its "administratively prohibited"
 * over IPv4: only a firewall says so at once.
 */
function isRefusedAtOnce({code, milliseconds}: Journey['seen']['dialled']): boolean {
	return code === 'EHOSTUNREACH' && milliseconds < atOnce;
}

const failureDetails = {
	prohibited: 'refused by a firewall',
	refused: 'nothing accepts there',
	timeout: 'no answer in 3.5 s',
	unreachable: 'no way there',
} as const;

/**
 * EPERM only ever comes from rules on this machine. To an IPv4 TCP client our own reject
 * looks like EHOSTUNREACH, so there the rules in effect are asked.
 */
function isBlockedHere(
	way: Way,
	{outcome, code}: Journey['seen']['dialled'],
	permitted: PermittedHere,
): boolean {
	const isRefusal = outcome === 'prohibited' || outcome === 'unreachable';
	return code === 'EPERM' || (isRefusal && !permitted.way(way));
}
