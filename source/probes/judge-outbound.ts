import {type Address, formatAddress} from '../addresses/address.js';
import type {Connection} from '../catalogue/connection.js';
import type {NameAnswer} from '../host/resolver.js';
import type {DialOutcome} from './dial-tcp.js';
import {judgeTime} from './judge-time.js';
import {type Judgement, judgement} from './judgement.js';
import type {Attempt, OutboundObservation} from './observation.js';

/** What the rules in effect here let out. */
export type PermittedHere = {
	readonly destination: (address: Address) => boolean;
	/** Questions to the DNS servers. */
	readonly dns: boolean;
};

/** What an observation of a destination proves, or why it does not. */
export function judgeOutbound(
	connection: Connection,
	{name, attempts}: OutboundObservation,
	permitted: PermittedHere,
): Judgement {
	const answers = attempts.filter(isAnswered).map(judgeAnswer);
	const answer = answers.find(({cause}) => cause === null) ?? answers[0];
	if (answer !== undefined) {
		return answer;
	}

	if (name !== undefined && name.outcome !== 'answered') {
		return judgeName(connection, name, permitted);
	}

	return connection.retired === undefined
		? judgeFailures(attempts, permitted)
		: judgement('vendor.retired', `retired on ${connection.retired.since}`);
}

type NameFailure = Exclude<NameAnswer, {readonly outcome: 'answered'}>;

const nameDetails = {
	nxdomain: 'no such name in the DNS',
	'no-address': 'the DNS has no address for it',
	servfail: 'the DNS fails to look it up',
	refused: 'the DNS refuses to answer',
	timeout: 'the DNS does not answer',
	'no-server': 'no DNS server is known',
} as const;

/** That a name is gone is no surprise where it was retired; that the DNS is silent is. */
function judgeName(
	{retired}: Connection,
	{outcome, milliseconds}: NameFailure,
	permitted: PermittedHere,
): Judgement {
	const isGone = outcome === 'nxdomain' || outcome === 'no-address';
	if (retired !== undefined && isGone) {
		return judgement('vendor.retired', `retired on ${retired.since}`);
	}

	const isSilent = outcome === 'timeout' || outcome === 'refused';
	return isSilent && !permitted.dns
		? judgement('local.blocked', "this server's own firewall blocks DNS")
		: {...judgement(`dns.${outcome}`, nameDetails[outcome]), milliseconds};
}

function isAnswered({answer}: Attempt): boolean {
	return answer.outcome === 'connected';
}

function judgeAnswer({protocol, address, answer}: Attempt): Judgement {
	return {
		...(protocol === 'tcp' ? judgement(null, 'connected') : judgeTime(answer.reply)),
		address: formatAddress(address),
		milliseconds: answer.milliseconds,
	};
}

/** The failure that says most comes first: one that a machine answered, before silence. */
const tellingOrder: readonly DialOutcome[] = [
	'prohibited',
	'refused',
	'timeout',
	'unreachable',
	'failed',
];

function judgeFailures(
	attempts: readonly Attempt[],
	permitted: PermittedHere,
): Judgement {
	const [worst] = attempts.toSorted((a, b) => rank(a) - rank(b));
	return worst === undefined
		? judgement('probe.failed', 'nothing was tried')
		: {
				...judgeFailure(worst, permitted),
				address: formatAddress(worst.address),
				milliseconds: worst.answer.milliseconds,
			};
}

function judgeFailure(attempt: Attempt, permitted: PermittedHere): Judgement {
	const {protocol, answer} = attempt;
	if (isBlockedHere(attempt, permitted)) {
		return judgement('local.blocked', "blocked by this server's own firewall");
	}

	return answer.outcome === 'connected' || answer.outcome === 'failed'
		? judgement('probe.failed', `could not be tried (${answer.code ?? ''})`)
		: judgement(`${protocol}.${answer.outcome}`, failureDetails[answer.outcome]);
}

const failureDetails = {
	prohibited: 'refused by a firewall',
	refused: 'reached, but nothing accepts there',
	timeout: 'no answer in 3.5 s',
	unreachable: 'no way there',
} as const;

/**
 * EPERM only ever comes from rules on this machine. To an IPv4 TCP client our own reject
 * looks like EHOSTUNREACH, so there the rules in effect are asked.
 */
function isBlockedHere({address, answer}: Attempt, permitted: PermittedHere): boolean {
	const isRefusal = answer.outcome === 'prohibited' || answer.outcome === 'unreachable';
	return answer.code === 'EPERM' || (isRefusal && !permitted.destination(address));
}

function rank({answer}: Attempt): number {
	return tellingOrder.indexOf(answer.outcome);
}
