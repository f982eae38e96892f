import type {Address} from '../../addresses/address.js';
import {proxyTarget} from '../../answers/proxy-url.js';
import {catalogue} from '../../catalogue/catalogue.js';
import type {ProbeContext} from '../../probes/probe-context.js';
import type {ProbeResult} from '../../probes/probe-result.js';
import {probeRowSafely, probeSqlBrowserSafely} from '../../probes/probe-safely.js';
import type {ProbedQuestion, Reply} from './inquiry.js';
import {judgeOwnName} from './judge-own-name.js';
import {lookUpName, tellAddresses} from './look-up-name.js';
import {replyOf} from './reply-of.js';

/**
 * Answers a question by the probes of the list. Undefined when there is nothing to try.
 * @param own the addresses of this server
 * @throws the signal's reason when it is called off
 */
export async function answerQuestion(
	question: ProbedQuestion,
	context: ProbeContext,
	own: readonly Address[],
): Promise<Reply | undefined> {
	const result = await resultOf(question, context, own);
	context.signal.throwIfAborted();
	return result && replyOf(result, context.resolvers);
}

async function resultOf(
	question: ProbedQuestion,
	context: ProbeContext,
	own: readonly Address[],
): Promise<ProbeResult | undefined> {
	switch (question.about) {
		case 'name':
			return lookUpName(question.name, context, tellAddresses);
		case 'own-name': {
			const judge = (led: readonly Address[]) => judgeOwnName(led, own);
			return softened(await lookUpName(question.name, context, judge));
		}

		case 'sql-server':
			return probeRow('sql-tcp', context);
		case 'sql-browser': {
			const [found] = await probeSqlBrowserSafely(context);
			return found?.result;
		}

		case 'relay':
			return probeRow('mail', context);
		case 'proxy':
			return tryProxy(context);
	}
}

/** That it leads nowhere yet is no fault: nobody needs the name before Analytics is used. */
function softened(result: ProbeResult): ProbeResult {
	return result.verdict === 'fail' ? {...result, verdict: 'warn'} : result;
}

async function probeRow(
	id: string,
	context: ProbeContext,
): Promise<ProbeResult | undefined> {
	const rows = catalogue.filter(row => row.id === id);
	const found = await Promise.all(rows.map(row => probeRowSafely(row, context)));
	return found.flat()[0]?.result;
}

/** Asks the proxy for what needs it every day. */
async function tryProxy(context: ProbeContext): Promise<ProbeResult | undefined> {
	const {url} = context.answers.proxy;
	const proxy = url === null ? undefined : proxyTarget(url);
	if (proxy?.host.kind === 'name') {
		const named = await lookUpName(proxy.host.name, context, tellAddresses);
		if (named.verdict === 'fail') {
			return named;
		}
	}

	const tried = await probeRow('looker-license', context);
	return tried === undefined || tried.cause === 'proxy.unreachable'
		? tried
		: {...tried, detail: `${tried.destination} through it: ${tried.detail}`};
}
