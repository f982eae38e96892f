import {formatAddress} from '../addresses/address.js';
import {retiredNames} from '../catalogue/catalogue.js';
import type {NameFault} from '../host/resolver.js';
import {timeAgo} from '../moment.js';
import type {FollowedName, NamesReport, RefusedAddress} from './followed-name.js';

/** What is wrong with what is followed, and with how: a sentence each. */
export function troubleWithNames(
	{way, because, names}: NamesReport,
	now: number,
): readonly string[] {
	return [
		...(way === 'answers' ? [] : [describeAsking(because)]),
		...(silentDns(names) ?? names.flatMap(name => troubleWithName(name, now) ?? [])),
	];
}

/**
 * What is wrong with following a name, a sentence; undefined where nothing is.
 * @param now in milliseconds since 1970
 */
export function troubleWithName(followed: FollowedName, now: number): string | undefined {
	const {name, refused, fault, answered} = followed;
	const [first] = refused;
	if (first !== undefined) {
		return describeRefused(name, first);
	}

	if (fault === undefined) {
		return answered === undefined ? `"${name}" was not looked up yet.` : undefined;
	}

	if (isAnswer(fault)) {
		return retiredNames.has(name) ? undefined : describeGone(followed, fault);
	}

	return describeSilence(followed, fault, now);
}

/** So many names of which the DNS says nothing are no fault of the names. */
const many = 3;

function silentDns(names: readonly FollowedName[]): readonly string[] | undefined {
	const fault = names[0]?.fault;
	const isSilent =
		names.length >= many &&
		names.every(name => name.answered === undefined && isSilence(name.fault));
	return isSilent && fault !== undefined
		? [
				`The DNS has told nothing about any name yet (${reasons[fault]}). Each is permitted from the moment that it has an address.`,
			]
		: undefined;
}

function describeAsking(because: string | undefined): string {
	const reason = because === undefined ? '' : ` (${because})`;
	return `Names are only looked up now and then${reason}, so an address that a program is told may be refused for a while. What is behind a name that changes fast may fail now and then.`;
}

function describeRefused(name: string, {address, reason}: RefusedAddress): string {
	const told = `The DNS says that "${name}" is at ${formatAddress(address)}`;
	return reason === 'sinkhole'
		? `${told}, where no machine can be: most likely a filter in the DNS. That is never permitted.`
		: `${told}, which is inside, although the list means a site on the Internet. That is not permitted.`;
}

/** That it has none is what the DNS says, and not that it says nothing. */
function describeGone({name, addresses}: FollowedName, fault: NameFault): string {
	return addresses.length === 0
		? `The DNS has no address of "${name}" (${reasons[fault]}). It is permitted from the moment that it has one.`
		: `The DNS no longer has an address of "${name}" (${reasons[fault]}). Those that it had run out by themselves.`;
}

function describeSilence(
	{name, addresses, answered}: FollowedName,
	fault: NameFault,
	now: number,
): string {
	if (answered === undefined) {
		return `The DNS has told nothing about "${name}" yet (${reasons[fault]}), so nothing is permitted for it.`;
	}

	const heard = `The DNS last told something about "${name}" ${timeAgo(new Date(answered).toISOString(), now)} (${reasons[fault]} since).`;
	return addresses.length === 0
		? `${heard} Nothing is permitted for it.`
		: `${heard} What it said then stays permitted.`;
}

function isSilence(fault: NameFault | undefined): boolean {
	return fault !== undefined && !isAnswer(fault);
}

function isAnswer(fault: NameFault): boolean {
	return fault === 'nxdomain' || fault === 'no-address';
}

const reasons: Readonly<Record<NameFault, string>> = {
	nxdomain: 'no such name',
	'no-address': 'no address',
	servfail: 'the look-up fails',
	refused: 'it refuses to answer',
	timeout: 'no answer',
	'no-server': 'no DNS server is known',
};
