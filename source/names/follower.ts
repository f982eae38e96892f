import {setTimeout as delay} from 'node:timers/promises';
import pLimit from 'p-limit';
import {asInKernel, withElements} from './as-in-kernel.js';
import {type ElementChange, elementChanges} from './element-changes.js';
import type {FollowBounds} from './follow-bounds.js';
import type {FollowedName} from './followed-name.js';
import {inTurns} from './in-turns.js';
import {
	afterAnswer,
	afterLook,
	type LearnContext,
	type NameLook,
	newName,
	type ToldAddress,
} from './learn.js';
import type {NameElements} from './name-elements.js';

export type FollowerContext = {
	readonly kernel: NameElements;
	/** Asks every server. */
	readonly lookUp: (name: string) => Promise<readonly NameLook[]>;
	readonly bounds: FollowBounds;
	/** In milliseconds; nobody sets this clock. */
	readonly now: () => number;
	/** What was known when names were last followed. */
	readonly remembered: readonly FollowedName[];
};

/** Keeps the sets of the kernel as the DNS tells it. */
export type Follower = {
	readonly names: () => readonly FollowedName[];
	/** Follows the names that the kernel has sets for, and no others. */
	readonly takeUp: () => Promise<void>;
	/** Looks up those of which nothing is known yet. */
	readonly lookAtNew: () => Promise<void>;
	/** Looks all names up. */
	readonly refresh: () => Promise<void>;
	/** What a program of this server is about to be told; permitted once this is over. */
	readonly hear: (name: string, told: readonly ToldAddress[]) => Promise<void>;
	/** Looks each name up whenever it is due, until it is told to stop. */
	readonly keepUp: (stop: AbortSignal) => Promise<void>;
};

/** Names that are looked up at the same time: each is a question to every server. */
const mostAtOnce = 32;

export function openFollower(context: FollowerContext): Follower {
	const {kernel, lookUp, bounds, now} = context;
	const remembered = new Map(context.remembered.map(each => [each.name, each]));
	const known = new Map<string, FollowedName>();
	const looks = new Map<string, Promise<void>>();
	const limit = pLimit(mostAtOnce);
	let alarm = new AbortController();

	const readKernel = async () => {
		const listed = await kernel.read();
		for (const name of [...known.keys()].filter(each => !listed.has(each))) {
			known.delete(name);
		}

		return [...listed].flatMap(([name, elements]) => {
			const moment = now();
			const before = known.get(name) ?? remembered.get(name) ?? newName(name, moment);
			const after = withElements(before, elements, {now: moment, bounds});
			known.set(name, after);
			return elementChanges(asInKernel(before, elements, moment), after, moment);
		});
	};

	const write = inTurns(async (changes: readonly ElementChange[]) => {
		try {
			await kernel.write(changes, now());
		} catch {
			// Some set is gone, and with it the whole of the script: only what is there counts.
			await kernel.write(await readKernel(), now());
		}
	});

	const learn = async (
		name: string,
		change: (before: FollowedName, context: LearnContext) => FollowedName,
	) => {
		const before = known.get(name);
		if (before !== undefined) {
			const moment = now();
			const after = change(before, {now: moment, bounds});
			known.set(name, after);
			await write(elementChanges(before, after, moment));
		}
	};

	const lookAgain = async (name: string) => {
		const found = await limit(() => lookUp(name));
		await learn(name, (before, at) => afterLook(before, found, at));
	};

	/** A name that is being looked up is not looked up a second time. */
	const lookAt = async ({name}: FollowedName) => {
		const look = looks.get(name) ?? lookAgain(name).finally(() => looks.delete(name));
		looks.set(name, look);
		await look;
	};

	const names = () => [...known.values()];
	return {
		names,
		async takeUp() {
			await write(await readKernel());
			alarm.abort();
		},
		async lookAtNew() {
			await Promise.all(names().filter(isNew).map(lookAt));
		},
		async refresh() {
			await Promise.all(names().map(lookAt));
		},
		async hear(name, told) {
			await learn(name, (before, at) => afterAnswer(before, told, at));
		},
		async keepUp(stop) {
			const failed = Promise.withResolvers<never>();
			while (!stop.aborted) {
				alarm = new AbortController();
				const idle = names().filter(({name}) => !looks.has(name));
				for (const due of idle.filter(({nextLook}) => nextLook <= now())) {
					lookAt(due).then(() => alarm.abort(), failed.reject);
				}

				const next = Math.min(...idle.map(({nextLook}) => nextLook), now() + longestNap);
				await Promise.race([nap(next - now(), [stop, alarm.signal]), failed.promise]);
			}
		},
	};
}

/** In milliseconds; whoever brings a name to follow wakes it. */
const longestNap = 3_600_000;

async function nap(milliseconds: number, signals: readonly AbortSignal[]): Promise<void> {
	const signal = AbortSignal.any([...signals]);
	await delay(Math.max(0, milliseconds), undefined, {signal}).catch(() => undefined);
}

function isNew({answered, fault}: FollowedName): boolean {
	return answered === undefined && fault === undefined;
}
