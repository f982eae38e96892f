import {isDeepStrictEqual} from 'node:util';
import type {RunCommand} from '../host/command.js';
import {readTcpSockets} from '../host/tcp-table.js';
import {isOngoing, readAsked} from './asked.js';
import {seenCounter} from './count-seen.js';
import {beginTable, emptyNotes, type Notes, takeNote} from './notes.js';
import {openDestinations} from './open-destinations.js';
import type {SeenReading} from './parse-seen.js';
import {readNotes, saveNotes} from './stored-notes.js';
import {type Told, toldNames} from './told-names.js';

/** Observes this server for as long as it is asked to. */
export type Observer = {
	/**
	 * Begins, goes on or ends as somebody has asked, and saves what was counted. True while
	 * it goes on: call it again within a minute, for what came since is lost at a restart.
	 * @throws Failure `command.failed` where the kernel cannot count
	 */
	readonly look: () => Promise<boolean>;
	/** Remembers what the DNS told a program of this server. */
	readonly onTold: (told: Told) => void;
	/** Saves what was counted; the kernel counts on, for whoever looks next. */
	readonly stop: () => Promise<void>;
};

export type ObserverPlace = {
	/** The folder of what is kept, for example `/var/lib/analytics-setup`. */
	readonly state: string;
	readonly command: RunCommand;
	/** In milliseconds since 1970. */
	readonly now: () => number;
};

const nothing: SeenReading = {counted: [], isFull: false};

export function observerIn({state, command, now}: ObserverPlace): Observer {
	const counter = seenCounter(command);
	const {onTold, namesOf} = toldNames();
	let isOn = false;

	const noted = async (notes: Notes, reading = nothing) => {
		const open = openDestinations(await readTcpSockets());
		return takeNote(notes, reading, {namesOf, open, now: now()});
	};

	const goOn = async (since: number, stored: Notes | undefined) => {
		// A table that is there without notes is of an earlier observation.
		const reading = stored && (await counter.read());
		const before = stored ?? emptyNotes(since);
		if (reading === undefined) {
			await counter.begin();
		}

		const notes = await noted(
			reading === undefined ? beginTable(before) : before,
			reading,
		);
		if (!isDeepStrictEqual(notes, stored)) {
			await saveNotes(state, notes);
		}
	};

	const end = async (until: number, notes: Notes) => {
		await saveNotes(state, {...(await noted(notes, await counter.read())), until});
		await counter.end();
	};

	const look = async () => {
		const asked = await readAsked(state);
		if (asked === undefined) {
			return false;
		}

		const stored = await readNotes(state, asked.since);
		if (asked.until === undefined) {
			await goOn(asked.since, stored);
		} else if (stored?.until === undefined) {
			await end(asked.until, stored ?? emptyNotes(asked.since));
		}

		return isOngoing(asked);
	};

	let looking: Promise<unknown> = Promise.resolve();
	/** One after the other: each goes on from what the one before has saved. */
	const lookNext = async () => {
		const before = looking;
		const next = before.then(look, look);
		looking = next;
		isOn = await next;
		return isOn;
	};

	return {
		look: lookNext,
		onTold(told) {
			if (isOn) {
				onTold(told);
			}
		},
		async stop() {
			if (isOn) {
				await lookNext();
			}
		},
	};
}
