import type {Connection} from '../catalogue/connection.js';
import type {NameAnswer} from '../host/resolver.js';
import type {JudgedWay} from './join-ways.js';
import {judgeAnswer} from './judge-answer.js';
import {judgeName} from './judge-name.js';
import {judgeOddAddress} from './judge-odd-address.js';
import {type Judgement, judgement} from './judgement.js';
import type {PermittedHere} from './permitted-here.js';
import type {Errand} from './talk.js';

/** Why no way could be gone: the name has no address. */
export function concludeWithout(
	connection: Pick<Connection, 'retired' | 'changed'>,
	name: NameAnswer | undefined,
	permitted: Pick<PermittedHere, 'dns'>,
): Judgement {
	return name === undefined || name.outcome === 'answered'
		? judgement('probe.failed', 'nothing was tried')
		: judgeName(connection, name, permitted.dns);
}

export type Conclusion = {
	readonly connection: Pick<Connection, 'retired' | 'peer'>;
	readonly errand: Errand;
	readonly name: NameAnswer | undefined;
	readonly best: JudgedWay;
	/** Whether the rules that the answers ask for leave addresses inside shut for the name. */
	readonly isShut: boolean;
};

/** What the ways prove, and the answer of the DNS that led there. */
export function conclude({
	connection: {retired, peer},
	errand: {talk},
	name,
	best: {via, judgement: best},
	isShut,
}: Conclusion): Judgement {
	if (retired !== undefined && isOfNetwork(best)) {
		return judgement('vendor.retired', `retired on ${retired.since}`);
	}

	if (name?.outcome !== 'answered' || (best.cause !== null && !mayBeOfDns(best))) {
		return best;
	}

	const odd = judgeOddAddress(name, {
		// Nothing in plain HTTP shows who answers.
		isProven: best.cause === null && (talk !== 'http' || via === 'proxy'),
		isPublic: peer === 'destination',
		isShut,
	});
	if (odd !== undefined) {
		return {...odd, isSoftened: best.cause === null};
	}

	return best.cause === null ? (judgeAnswer(name) ?? best) : best;
}

/** Whoever asks a network team for a way to what no longer exists wastes their time. */
function isOfNetwork({cause}: Judgement): boolean {
	return cause !== null && /^(?:tcp|tls|http|proxy)\./.test(cause);
}

/** What the DNS says wrongly is refused by the network, or by the rules here. */
function mayBeOfDns(judged: Judgement): boolean {
	return isOfNetwork(judged) || judged.cause === 'names.behind';
}
