import {setTimeout as delay} from 'node:timers/promises';
import {type Address, type Family, parseAddress} from '../addresses/address.js';
import {isLoopback} from '../addresses/cidr-list.js';
import type {Answers} from '../answers/schema.js';
import type {NameFault, NameSources} from '../host/resolver.js';
import {isSilent, type NameLook, type ToldAddress} from './learn.js';

/** One question to one server. */
export type AskAddresses = (
	server: Address,
	name: string,
	family: Family,
	options: {
		/** In milliseconds. */
		readonly timeout: number;
	},
) => Promise<ServerAnswer>;

export type ServerAnswer =
	| {readonly outcome: 'answered'; readonly addresses: readonly ToldAddress[]}
	| {
			readonly outcome: NameFault;
			/** How long that may be kept, in seconds. */
			readonly ttl?: number | undefined;
	  };

/** In milliseconds; a question that is lost is asked again at the next look. */
const patience = 3600;

/** How long the others may take once one has answered, in milliseconds. */
const grace = 1000;

/** A hosts file says nothing of how long it stays as it is, in seconds. */
const hostsTtl = 60;

const families: readonly Family[] = [4, 6];

/**
 * Asks every server for both families at the same time: servers may know different parts of
 * a pool. A name that the hosts file knows is not asked for, as programs do not either.
 *
 * @param times how often each is asked: a pool shows another part of itself each time
 */
export async function askServers(
	name: string,
	{servers, hosts}: NameSources,
	{ask, times}: {readonly ask: AskAddresses; readonly times: number},
): Promise<readonly NameLook[]> {
	const known = hosts.get(name);
	if (known !== undefined) {
		return families.map(family => lookInHosts(known, family));
	}

	const questions = servers.flatMap(server =>
		families.flatMap(family => Array.from({length: times}, () => ({server, family}))),
	);
	const looks: NameLook[] = questions.map(({family}) => silence(family));
	const enough = Promise.withResolvers<void>();
	const all = Promise.all(
		questions.map(async ({server, family}, index) => {
			const answer = await ask(server, name, family, {timeout: patience});
			looks[index] = {addresses: [], ...answer, family};
			if (families.every(each => !isSilent(each, looks))) {
				enough.resolve();
			}
		}),
	);
	await Promise.race([
		all,
		enough.promise.then(() => delay(grace, undefined, {ref: false})),
	]);
	return [...looks];
}

function silence(family: Family): NameLook {
	return {family, outcome: 'timeout', addresses: []};
}

/**
 * Who is asked: the servers of the answers, otherwise the host's. One on loopback asks those
 * that it knows itself, so it is asked only where there is no other.
 */
export function serversToAsk(
	answers: Pick<Answers, 'dns'> | undefined,
	hosts: readonly Address[],
): readonly Address[] {
	const wanted = (answers?.dns.servers ?? []).flatMap(text => parseAddress(text) ?? []);
	const servers = wanted.length > 0 ? wanted : hosts;
	const others = servers.filter(server => !isLoopback(server));
	return others.length > 0 ? others : servers;
}

function lookInHosts(known: readonly Address[], family: Family): NameLook {
	const addresses = known
		.filter(address => address.family === family)
		.map(address => ({address, ttl: hostsTtl}));
	return {
		family,
		outcome: addresses.length > 0 ? 'answered' : 'no-address',
		addresses,
		ttl: hostsTtl,
	};
}
