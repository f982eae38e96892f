import type {HttpSeen} from '../http/http-seen.js';
import {type Judgement, judgement} from '../judgement.js';
import type {Dialled} from '../tcp/dial-outcome.js';
import {isGranted} from './connect-through.js';
import type {ProxySeen} from './proxy-seen.js';

/** What a proxy's answer says of the way through it. */
export function judgeProxy(seen: ProxySeen): Judgement {
	if (seen.outcome !== 'answered') {
		return judgement(`proxy.${seen.outcome}`, failureDetails[seen.outcome]);
	}

	const {status, login = ''} = seen;
	const detail = `the proxy says ${status}`;
	if (isGranted(status)) {
		return judgement(null, '');
	}

	if (status === 407) {
		return judgement('proxy.login', 'the proxy wants a login (407)', {named: login});
	}

	if (misunderstood.has(status)) {
		return judgement('proxy.not-a-proxy', `what answers says ${status}, so is no proxy`);
	}

	return status >= 500
		? judgement('proxy.bad-gateway', detail, {named: String(status)})
		: judgement('proxy.denied', detail, {named: String(status)});
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
export function judgeFetch(seen: HttpSeen): Judgement | undefined {
	if (seen.outcome !== 'answered') {
		const outcome = seen.outcome === 'not-http' ? 'not-a-proxy' : seen.outcome;
		return judgement(`proxy.${outcome}`, failureDetails[outcome]);
	}

	return isOfProxy(seen.status)
		? judgeProxy({...seen, outcome: 'answered', login: undefined})
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
