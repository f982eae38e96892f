import {catalogue, isJudgedByRows, rowsUnder} from '../catalogue/catalogue.js';
import type {ProbeResult} from '../probes/probe-result.js';
import type {Owner} from '../probes/verdict.js';
import {asciiWords} from './ascii-words.js';

/** Whom a message is for. */
export type Party = {
	readonly owner: Owner;
	/** Each destination is run by somebody else; of no meaning for the other owners. */
	readonly destination?: string | undefined;
};

/** Who must act on a result; undefined where there is nothing to do. */
export function partyOf(result: ProbeResult): Party | undefined {
	const {verdict, cause, owner, destination} = result;
	if (verdict === 'pass' || cause === 'answers.not-used') {
		return undefined;
	}

	return owner === 'remote' ? {owner, destination} : {owner: owner ?? 'this-host'};
}

/** Everybody who must act. */
export function partiesIn(results: readonly ProbeResult[]): readonly Party[] {
	const parties = results
		.filter(({verdict}) => verdict !== 'skipped')
		.flatMap(result => partyOf(result) ?? []);
	return Object.keys(names).flatMap(owner => {
		const theirs = parties.filter(party => party.owner === owner);
		return [...new Map(theirs.map(party => [party.destination, party])).values()];
	});
}

/** What a party must act on, and what waits for it. */
export function resultsFor(
	party: Party,
	results: readonly ProbeResult[],
): readonly ProbeResult[] {
	return results.filter(result => {
		const found = partyOf(result);
		return (
			found?.owner === party.owner &&
			(party.destination === undefined ||
				party.owner !== 'remote' ||
				found.destination === party.destination) &&
			// It says nothing that the rows under it do not say.
			!isJudgedByRows(result)
		);
	});
}

/** One result, with what stands under it and what it waits for. */
export function resultsAbout(
	result: ProbeResult,
	results: readonly ProbeResult[],
): readonly ProbeResult[] {
	const {id, verdict, cause} = result;
	const under = catalogue
		.filter(row => row.id === id && isJudgedByRows(row))
		.flatMap(rowsUnder)
		.map(row => row.id);
	return results.filter(
		other =>
			other === result ||
			under.includes(other.id) ||
			(verdict === 'skipped' && other.verdict !== 'skipped' && other.cause === cause),
	);
}

/** `the network team`, `whoever runs mssql.uni.edu` */
export function nameOfParty({owner, destination}: Party): string {
	return owner === 'remote' && destination !== undefined
		? `whoever runs ${asciiWords(destination)}`
		: names[owner];
}

const names: Readonly<Record<Owner, string>> = {
	'this-host': 'you, on this server',
	network: 'the network team',
	dns: 'the DNS team',
	proxy: 'the proxy team',
	remote: 'whoever runs the other end',
	vendor: 'the vendor',
};
