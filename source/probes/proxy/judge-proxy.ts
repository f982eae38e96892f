import type {HttpSeen} from '../http/http-seen.js';
import {type Judgement, judgement} from '../judgement.js';
import type {Dialled} from '../tcp/dial-outcome.js';
import {isGranted} from './connect-through.js';
import type {ProxyLoginSeen, ProxySeen} from './proxy-seen.js';

/**
 * What a proxy's answer says of the way through it.
 * @param sent the login of the answers, where they have one
 */
export function judgeProxy(seen: ProxySeen, sent?: ProxyLoginSeen): Judgement {
	if (seen.outcome !== 'answered') {
		return judgement(`proxy.${seen.outcome}`, failureDetails[seen.outcome]);
	}

	const {status, login = ''} = seen;
	const detail = `the proxy says ${status}`;
	if (isGranted(status)) {
		return judgement(null, '');
	}

	if (status === wantsLogin || (sent !== undefined && refusesLogin(seen))) {
		return judgeLogin(status, login, sent);
	}

	if (misunderstood.has(status)) {
		return judgement('proxy.not-a-proxy', `what answers says ${status}, so is no proxy`);
	}

	return status >= 500
		? judgement('proxy.bad-gateway', detail, {named: String(status)})
		: judgement('proxy.denied', detail, {named: String(status)});
}

/** RFC 9110 section 15.5.8. */
const wantsLogin = 407;

/**
 * Whether a proxy that was sent a login says that it does not take it: some say 401, as
 * only sites should. What a site says comes with the name of the proxy (`Via`).
 */
export function refusesLogin(seen: ProxySeen | HttpSeen): boolean {
	if (seen.outcome !== 'answered') {
		return false;
	}

	const isOfSite = 'marks' in seen && seen.marks.some(mark => /^via:/i.test(mark));
	return seen.status === wantsLogin || (seen.status === 401 && !isOfSite);
}

function judgeLogin(
	status: number,
	wanted: string,
	sent: ProxyLoginSeen | undefined,
): Judgement {
	if (sent === undefined) {
		return judgement('proxy.login', 'the proxy wants a login (407)', {named: wanted});
	}

	const {user, lack} = sent;
	return lack === undefined
		? judgement('proxy.login-refused', `the proxy refuses the login (${status})`, {
				named: user,
			})
		: judgement(
				'proxy.login-not-sent',
				'the proxy wants a login (407), and was sent none',
				{
					named: lack,
				},
			);
}

/** What a web server says to a request that only a proxy understands. */
const misunderstood = new Set([400, 405, 501]);

const failureDetails = {
	timeout: 'the proxy gives no answer in 10 s',
	closed: 'the proxy hangs up',
	'not-a-proxy': 'what answers is no proxy',
} as const;

/**
 * What is not encrypted a proxy fetches itself, and says for itself what it does not get.
 * Undefined for what the site says.
 */
export function judgeFetch(seen: HttpSeen, sent?: ProxyLoginSeen): Judgement | undefined {
	if (seen.outcome !== 'answered') {
		const outcome = seen.outcome === 'not-http' ? 'not-a-proxy' : seen.outcome;
		return judgement(`proxy.${outcome}`, failureDetails[outcome]);
	}

	return isOfProxy(seen.status) || (sent !== undefined && refusesLogin(seen))
		? judgeProxy({...seen, outcome: 'answered', login: undefined}, sent)
		: undefined;
}

function isOfProxy(status: number): boolean {
	return status === 403 || status === 407 || status >= 500;
}

/** What an attempt to reach the proxy itself says. */
export function judgeWayToProxy({outcome, code}: Dialled): Judgement {
	switch (outcome) {
		case 'connected':
			return judgement(null, '');
		case 'failed':
			return judgement('probe.failed', `could not be tried (${code ?? ''})`);
		default:
			return judgement('proxy.unreachable', dialDetails[outcome]);
	}
}

const dialDetails = {
	timeout: 'the proxy gives no answer in 3.5 s',
	refused: 'the proxy accepts no connection',
	unreachable: 'no way to the proxy',
	prohibited: 'a firewall refuses the proxy',
} as const;
