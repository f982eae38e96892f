import type {NamesReport} from '../names/followed-name.js';
import {isOngoing, readAsked, removeAsked, saveAsked} from './asked.js';
import {observedOf} from './notes.js';
import type {Observation} from './observation.js';
import {type ObserverPlace, observerIn} from './observer.js';
import {readNotes} from './stored-notes.js';

export type ObservationPlace = ObserverPlace & {
	/** Starts what observes, apart from this process, or has it look again. */
	readonly startFollower: () => Promise<unknown>;
	/** Has it look again, where it is there. */
	readonly askFollower: () => Promise<NamesReport | undefined>;
};

/** Observes this server by way of the process that follows names. */
export function observationOn({
	startFollower,
	askFollower,
	...place
}: ObservationPlace): Observation {
	const {state, now} = place;
	const lookHere = observerIn(place).look;
	/** Counts are read by one process only, but for the time when there is none. */
	const look = async () => {
		const report = await askFollower();
		if (report === undefined) {
			await lookHere();
		}

		return report;
	};

	return {
		async start() {
			if (!isOngoing(await readAsked(state))) {
				await saveAsked(state, {since: now(), until: undefined});
				try {
					await lookHere();
				} catch (error) {
					await removeAsked(state);
					throw error;
				}
			}

			await startFollower();
		},
		async stop() {
			const asked = await readAsked(state);
			if (isOngoing(asked)) {
				await saveAsked(state, {...asked, until: now()});
			}

			await look();
		},
		async read() {
			const report = await look();
			const asked = await readAsked(state);
			const notes = asked && (await readNotes(state, asked.since));
			const trouble = isOngoing(asked) ? troubleOf(report) : undefined;
			return notes && {...observedOf(notes), until: asked.until, trouble};
		},
	};
}

function troubleOf(report: NamesReport | undefined): string | undefined {
	if (report === undefined) {
		return 'The service that follows names does not run, so no names are heard, and what is counted is lost at a restart.';
	}

	return report.way === 'asking'
		? `The names that programs look up cannot be heard. ${report.because ?? ''}`.trim()
		: undefined;
}
