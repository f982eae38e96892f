import type {Address} from '../addresses/address.js';
import {formatAddress} from '../addresses/address.js';
import type {Connection} from '../catalogue/connection.js';
import type {DialOutcome} from './dial-tcp.js';
import type {Attempt, OutboundObservation} from './observation.js';
import type {Cause} from './probe-result.js';
import type {TimeReply} from './sntp.js';

export type Judgement = {
	/** Null: proven. */
	readonly cause: Cause | null;
	readonly detail: string;
	/** The address that the judgement is about. */
	readonly address: string | null;
	readonly milliseconds: number | null;
};

/** Whether the rules in effect here let a packet out to an address. */
export type IsPermittedHere = (address: Address) => boolean;

/** What an observation of a destination proves, or why it does not. */
export function judgeOutbound(
	connection: Connection,
	{name, attempts}: OutboundObservation,
	isPermittedHere: IsPermittedHere,
): Judgement {
	const proven = attempts.find(isAnswered);
	if (proven !== undefined) {
		return judgeAnswer(proven);
	}

	if (connection.retired !== undefined) {
		return {
			cause: 'vendor.retired',
			detail: `retired on ${connection.retired.since}`,
			address: null,
			milliseconds: null,
		};
	}

	if (name !== undefined && name.outcome !== 'answered') {
		return {
			cause: `dns.${name.outcome}`,
			detail: nameDetails[name.outcome],
			address: null,
			milliseconds: name.milliseconds,
		};
	}

	return judgeFailures(attempts, isPermittedHere);
}

const nameDetails = {
	nxdomain: 'no such name in the DNS',
	'no-address': 'the DNS has no address for it',
	servfail: 'the DNS fails to look it up',
	refused: 'the DNS refuses to answer',
	timeout: 'the DNS does not answer',
	'no-server': 'no DNS server is known',
} as const;

function isAnswered({answer}: Attempt): boolean {
	return answer.outcome === 'connected';
}

function judgeAnswer({protocol, address, answer}: Attempt): Judgement {
	const {cause, detail} =
		protocol === 'tcp' ? {cause: null, detail: 'connected'} : judgeTime(answer.reply);
	return {
		cause,
		detail,
		address: formatAddress(address),
		milliseconds: answer.milliseconds,
	};
}

function judgeTime(reply: TimeReply | undefined): Pick<Judgement, 'cause' | 'detail'> {
	if (reply === undefined || reply.kiss !== undefined) {
		return {
			cause: 'ntp.refused',
			detail: `refuses to tell the time (${reply?.kiss ?? ''})`,
		};
	}

	return reply.isUnsynchronised
		? {cause: 'ntp.unsynchronised', detail: 'does not know the time itself'}
		: {cause: null, detail: `stratum ${reply.stratum}, ${describeOffset(reply.offset)}`};
}

/** @param offset how far the server is ahead of our clock, in milliseconds */
function describeOffset(offset: number): string {
	if (offset === 0) {
		return 'clock exact';
	}

	const size = Math.abs(offset);
	const amount = size < 10_000 ? `${size} ms` : `${Math.round(size / 1000)} s`;
	return `clock ${amount} ${offset > 0 ? 'slow' : 'fast'}`;
}

/** The failure that says most comes first: one that a machine answered, before silence. */
const tellingOrder: readonly DialOutcome[] = [
	'prohibited',
	'refused',
	'timeout',
	'unreachable',
];

function judgeFailures(
	attempts: readonly Attempt[],
	isPermittedHere: IsPermittedHere,
): Judgement {
	const worst = attempts.toSorted((a, b) => rank(a) - rank(b))[0];
	if (worst === undefined) {
		return {
			cause: 'probe.failed',
			detail: 'nothing was tried',
			address: null,
			milliseconds: null,
		};
	}

	const {protocol, address, answer} = worst;
	const {outcome} = answer;
	const refusedHere = !isPermittedHere(address) && isRefusal(outcome);
	return {
		cause: refusedHere ? 'local.blocked' : causeOf(protocol, outcome),
		detail: refusedHere
			? "blocked by this server's own firewall"
			: failureDetails[outcome],
		address: formatAddress(address),
		milliseconds: answer.milliseconds,
	};
}

/** EHOSTUNREACH at once is how a reject of our own looks to an IPv4 TCP client. */
function isRefusal(outcome: DialOutcome): boolean {
	return outcome === 'prohibited' || outcome === 'unreachable';
}

function causeOf(protocol: Attempt['protocol'], outcome: DialOutcome): Cause {
	return outcome === 'connected' ? 'probe.failed' : `${protocol}.${outcome}`;
}

const failureDetails = {
	connected: 'connected',
	prohibited: 'refused by a firewall',
	refused: 'reached, but nothing accepts there',
	timeout: 'no answer in 3.5 s',
	unreachable: 'no way there',
} as const;

function rank({answer}: Attempt): number {
	return tellingOrder.indexOf(answer.outcome);
}
