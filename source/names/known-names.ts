import {monotonicNow} from '../host/boot.js';
import type {RunCommand} from '../host/command.js';
import type {Paths} from '../host/paths.js';
import type {FollowBounds} from './follow-bounds.js';
import type {FollowedName} from './followed-name.js';
import {type Follower, type FollowerContext, openFollower} from './follower.js';
import {nameElements} from './name-elements.js';
import {type NamesStore, namesStore} from './names-store.js';

/** What names are followed with. */
export type NamesPlace = {
	readonly folders: Pick<Paths, 'state' | 'run'>;
	readonly command: RunCommand;
	readonly bounds: FollowBounds;
};

/** The names of this server, with what was known of them at the last start. */
export type KnownNames = {
	readonly follower: Follower;
	/** What is known, with the moments of the clock on the wall. */
	readonly told: () => readonly FollowedName[];
	/**
	 * Keeps it for the next start, where that is possible; where nothing is followed any more,
	 * nothing is kept.
	 */
	readonly save: () => Promise<void>;
};

export async function openKnownNames(
	{folders, command, bounds}: NamesPlace,
	lookUp: FollowerContext['lookUp'],
): Promise<KnownNames> {
	const store: NamesStore = namesStore(folders.state);
	const kept = await store.read();
	const follower = openFollower({
		kernel: nameElements(command),
		lookUp,
		bounds,
		now: monotonicNow,
		remembered: kept.map(each => asOfNow(each, bounds)),
	});
	const told = () => follower.names().map(each => moved(each, clockAhead()));
	return {
		follower,
		told,
		async save() {
			const names = told();
			// Names are followed on a full disk, too; after a restart they are asked for again.
			await (names.length === 0 ? store.remove() : store.save(names)).catch(
				() => undefined,
			);
		},
	};
}

/**
 * How far the clock on the wall is ahead of the one that names are followed by, which nobody
 * can set: a server learns the time only once it has followed the names of time servers.
 */
function clockAhead(): number {
	return Date.now() - monotonicNow();
}

/** The clock may have been set meanwhile: nothing is permitted for longer than anything is. */
function asOfNow(kept: FollowedName, {longestStay}: FollowBounds): FollowedName {
	const now = monotonicNow();
	const {addresses, ...name} = moved(kept, -clockAhead());
	return {
		...name,
		nextLook: now,
		addresses: addresses.map(({address, since, until}) => ({
			address,
			since: Math.min(since, now),
			until: Math.min(until, now + longestStay),
		})),
	};
}

function moved(known: FollowedName, by: number): FollowedName {
	const {answered} = known;
	return {
		...known,
		addresses: known.addresses.map(({address, since, until}) => ({
			address,
			since: since + by,
			until: until + by,
		})),
		answered: answered === undefined ? undefined : answered + by,
		nextLook: known.nextLook + by,
	};
}
