import type {Observed, SeenDestination} from './observed.js';
import type {Destination} from './open-destinations.js';
import {destinationKey, type SeenReading} from './parse-seen.js';
import {type ToldNames, withName} from './told-names.js';

/** One destination, over all the tables that have counted it. */
export type NotedDestination = Omit<SeenDestination, 'tries'> & {
	/** What the present table says, as it was read last. */
	readonly counted: number;
	/** What earlier ones said, which a restart has ended. */
	readonly earlier: number;
};

/** What is kept of an observation, to go on with after a restart. */
export type Notes = {
	readonly since: number;
	/** When the last reading was taken after it was to end. */
	readonly until: number | undefined;
	readonly destinations: readonly NotedDestination[];
	readonly isFull: boolean;
};

export function emptyNotes(since: number): Notes {
	return {since, until: undefined, destinations: [], isFull: false};
}

/** So many destinations are kept: a flood must not fill the disk. */
const mostKept = 20_000;

/** What is known beside what the kernel has counted. */
export type Surroundings = Pick<ToldNames, 'namesOf'> & {
	/** Where this server has connections to. */
	readonly open: readonly Destination[];
	readonly now: number;
};

/** The notes after one more reading. */
export function takeNote(
	notes: Notes,
	reading: SeenReading,
	{namesOf, open, now}: Surroundings,
): Notes {
	const before = new Map(notes.destinations.map(each => [destinationKey(each), each]));
	const counted = new Map(reading.counted.map(each => [destinationKey(each), each]));
	const inUse = new Map(open.map(each => [destinationKey(each), each]));
	const noted = new Map(before);
	for (const [key, destination] of [...inUse, ...counted]) {
		const known = before.get(key) ?? newDestination(destination, now);
		const {tries, isAnswered} = counted.get(key) ?? {
			tries: known.counted,
			isAnswered: false,
		};
		noted.set(key, {
			...known,
			counted: tries,
			isAnswered: known.isAnswered || isAnswered || inUse.has(key),
			last: tries > known.counted || inUse.has(key) ? now : known.last,
			names: namesOf(destination.address).reduce(withName, known.names),
		});
	}

	return {
		...notes,
		destinations: [...noted.values()].slice(0, mostKept),
		isFull: notes.isFull || reading.isFull || noted.size > mostKept,
	};
}

function newDestination(
	{address, protocol, port}: Destination,
	now: number,
): NotedDestination {
	const nothing = {counted: 0, earlier: 0, isAnswered: false, names: []};
	return {address, protocol, port, ...nothing, first: now, last: now};
}

/** The notes once a new table counts: it begins at nothing. */
export function beginTable(notes: Notes): Notes {
	return {
		...notes,
		destinations: notes.destinations.map(each => ({
			...each,
			earlier: each.earlier + each.counted,
			counted: 0,
		})),
	};
}

/** The same for whoever wants to know. */
export function observedOf({destinations, ...notes}: Notes): Omit<Observed, 'trouble'> {
	return {
		...notes,
		destinations: destinations.map(({counted, earlier, ...destination}) => ({
			...destination,
			tries: earlier + counted,
		})),
	};
}
