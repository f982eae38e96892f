import {type Address, formatAddress} from '../addresses/address.js';
import {troubleWithNames} from '../names/describe-name.js';
import type {FollowedName, NamesReport} from '../names/followed-name.js';
import {reportForPrograms} from '../names/report-for-programs.js';
import type {Place} from '../place.js';
import {addressesByName, followedAmong, followedNames} from '../policy/followed-names.js';
import {readKernelRules} from './kernel-rules.js';

/** A name that rules in effect follow. */
export type NameStanding = {
	readonly name: string;
	/** The rules that use it. */
	readonly rules: readonly string[];
	/** What the kernel permits for it. */
	readonly permitted: readonly Address[];
	/** What whoever follows it knows; undefined where nobody does. */
	readonly known: FollowedName | undefined;
};

export type NamesStanding = {
	/** Undefined where nobody follows names. */
	readonly report: NamesReport | undefined;
	readonly names: readonly NameStanding[];
};

/** How the names stand that rules in effect follow; undefined where no rule follows one. */
export async function readNamesStanding({
	backend,
	names: service,
}: Pick<Place, 'backend' | 'names'>): Promise<NamesStanding | undefined> {
	const inEffect = await readKernelRules({backend});
	const rules = inEffect?.rules ?? [];
	const names = followedNames({rules});
	if (names.length === 0) {
		return undefined;
	}

	const report = await service?.report();
	const known = new Map(report?.names.map(each => [each.name, each]));
	const permitted = addressesByName(rules);
	const users = Map.groupBy(
		rules.flatMap(({id, peers}) => followedAmong(peers).map(({name}) => ({name, id}))),
		({name}) => name,
	);
	return {
		report,
		names: names.map(name => ({
			name,
			rules: (users.get(name) ?? []).map(({id}) => id),
			permitted: permitted.get(name) ?? [],
			known: known.get(name),
		})),
	};
}

/** What is wrong with following these names, a sentence each. */
export function troubleAmong(
	{report, names}: NamesStanding,
	now: number,
): readonly string[] {
	return report === undefined
		? []
		: troubleWithNames({...report, names: names.flatMap(({known}) => known ?? [])}, now);
}

/** The same for programs; a part of the program's contract. */
export function namesForPrograms(standing: NamesStanding, now: number): object {
	const {report, names} = standing;
	const {
		way,
		because,
		names: known,
	} = reportForPrograms(report ?? {way: 'asking', because: undefined, names: []});
	const told = new Map(known.map(each => [each.name, each]));
	return {
		way: report === undefined ? null : way,
		because,
		trouble: troubleAmong(standing, now),
		names: names.map(({name, rules, permitted}) => ({
			...(told.get(name) ?? untold(name, permitted)),
			rules,
		})),
	};
}

/** Nobody says since when the kernel permits an address, or for how long. */
function untold(name: string, permitted: readonly Address[]) {
	return {
		name,
		addresses: permitted.map(address => ({
			address: formatAddress(address),
			since: null,
			until: null,
		})),
		refused: [],
		answeredAt: null,
		fault: null,
		nextLookAt: null,
	};
}
