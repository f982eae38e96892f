import {type Address, type Family, isSameAddress} from '../addresses/address.js';
import {gravest, type NameFault} from '../host/resolver.js';
import {refusalOf} from '../policy/refused-address.js';
import {type FollowBounds, pauseOf} from './follow-bounds.js';
import type {FollowedName, RefusedAddress} from './followed-name.js';
import {permit} from './permit.js';

/** An address as the DNS tells it. */
export type ToldAddress = {
	readonly address: Address;
	/** In seconds. */
	readonly ttl: number;
};

/** What one server said of the addresses of one family. */
export type NameLook = {
	readonly family: Family;
	readonly outcome: 'answered' | NameFault;
	readonly addresses: readonly ToldAddress[];
	/** How long an answer without addresses may be kept, in seconds. */
	readonly ttl?: number | undefined;
};

export type LearnContext = {readonly now: number; readonly bounds: FollowBounds};

/** A name of which nothing is known yet, to be looked up at once. */
export function newName(name: string, now: number): FollowedName {
	return {
		name,
		addresses: [],
		refused: [],
		answered: undefined,
		fault: undefined,
		nextLook: now,
	};
}

/** What is known once a program of this server was told these addresses. */
export function afterAnswer(
	known: FollowedName,
	told: readonly ToldAddress[],
	context: LearnContext,
): FollowedName {
	if (told.length === 0) {
		return known;
	}

	const {name} = known;
	const refused = refusedAmong(name, told);
	const before = known.refused.filter(({address}) => !isAmong(refused, address));
	return {
		...known,
		addresses: permit(known.addresses, believedAmong(name, told), context),
		refused: [...refused, ...before].slice(0, mostRefused),
		answered: context.now,
		fault: undefined,
	};
}

/**
 * What is known once every server was asked. Where none has answered, what was known of that
 * family stays for a while longer; where one says that there is nothing, it runs out.
 */
export function afterLook(
	{name, addresses, answered}: FollowedName,
	looks: readonly NameLook[],
	context: LearnContext,
): FollowedName {
	const {now, bounds} = context;
	const told = looks.flatMap(look => look.addresses);
	const kept = addresses
		.filter(({address, until}) => until > now && isSilent(address.family, looks))
		.map(({address}) => ({address, ttl: 0}));
	return {
		name,
		addresses: permit(addresses, [...believedAmong(name, told), ...kept], context),
		refused: refusedAmong(name, told),
		answered: looks.some(isAnswer) ? now : answered,
		fault: told.length > 0 ? undefined : gravest(looks.map(({outcome}) => outcome)),
		nextLook: now + pauseOf(timeToKeep(looks), bounds),
	};
}

/** "There is no such name" is an answer, and a server that is out of order gives none. */
function isAnswer({outcome}: NameLook): boolean {
	return ['answered', 'nxdomain', 'no-address'].includes(outcome);
}

/** Whether no server has answered for this family. */
export function isSilent(family: Family, looks: readonly NameLook[]): boolean {
	return !looks.some(look => look.family === family && isAnswer(look));
}

/** In seconds: until the first of the records is over; not at all where nobody has answered. */
function timeToKeep(looks: readonly NameLook[]): number {
	const told = looks.flatMap(({addresses}) => addresses);
	const times = (told.length > 0 ? told : looks.filter(isAnswer)).map(
		({ttl}) => ttl ?? 0,
	);
	return times.length === 0 ? 0 : Math.min(...times);
}

/** Whoever answers may send any number of them. */
const mostRefused = 16;

function believedAmong(
	name: string,
	told: readonly ToldAddress[],
): readonly ToldAddress[] {
	return told.filter(({address}) => refusalOf(name, address) === undefined);
}

function refusedAmong(
	name: string,
	told: readonly ToldAddress[],
): readonly RefusedAddress[] {
	const refused: RefusedAddress[] = [];
	for (const {address} of told) {
		const reason = refusalOf(name, address);
		const isNews = reason !== undefined && !isAmong(refused, address);
		if (isNews && refused.length < mostRefused) {
			refused.push({address, reason});
		}
	}

	return refused;
}

function isAmong(refused: readonly RefusedAddress[], address: Address): boolean {
	return refused.some(each => isSameAddress(each.address, address));
}
