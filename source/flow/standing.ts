import type {Answers} from '../answers/schema.js';
import type {Place} from '../place.js';
import {timeLeft} from '../transaction/describe-trial.js';
import type {Generation} from '../transaction/generations.js';
import type {Pending, Undone} from '../transaction/transactions.js';
import type {Drift} from './drift.js';
import type {NamesStanding} from './names-standing.js';

/** How this server stands: what was set up, what is on trial, and what has changed since. */
export type Standing = {
	readonly answers: Answers | undefined;
	/** As it was when it was looked at: nobody listens to it any more. */
	readonly pending: Pending | undefined;
	readonly undone: Undone | undefined;
	readonly newest: Generation | undefined;
	readonly drift: Drift;
	/** The names that rules in effect follow; undefined where there are none. */
	readonly names: NamesStanding | undefined;
};

const noDrift: Drift = {changes: [], outdated: [], neighbours: []};

export async function readStanding(
	answers: Answers | undefined,
	place: Pick<Place, 'transactions' | 'backend' | 'names'>,
	driftFrom: (answers: Answers) => Promise<Drift>,
): Promise<Standing> {
	const {transactions} = place;
	const [pending, undone, newest, names] = await Promise.all([
		transactions.pending(),
		transactions.lastUndone(),
		transactions.newest(),
		readNames(place),
	]);
	pending?.trial?.close();
	// While new rules are on trial, all that differs from the old ones is meant to.
	const drift =
		answers === undefined || pending !== undefined ? noDrift : await driftFrom(answers);
	return {answers, pending, undone, newest, drift, names};
}

/** Only the kernel can follow names. */
async function readNames(
	place: Pick<Place, 'backend' | 'names'>,
): Promise<NamesStanding | undefined> {
	if (place.backend.name === 'files') {
		return undefined;
	}

	const {readNamesStanding} = await import('./names-standing.js');
	return readNamesStanding(place);
}

/** The same for programs; a part of the program's contract. */
export async function standingAsJson(
	{answers, pending, undone, newest, drift, names}: Standing,
	{backend, now}: Pick<Place, 'backend' | 'now'>,
): Promise<object> {
	return {
		schema: 1,
		configured: answers !== undefined,
		backend: backend.name,
		transaction: pending === undefined ? null : transactionOf(pending, now()),
		undone: undone === undefined ? null : undoneOf(undone),
		drift: [...drift.changes, ...drift.outdated],
		neighbours: drift.neighbours,
		generation: newest?.number ?? null,
		names: names === undefined ? null : await namesAsJson(names, now()),
	};
}

async function namesAsJson(names: NamesStanding, now: number): Promise<object> {
	const {namesForPrograms} = await import('./names-standing.js');
	return namesForPrograms(names, now);
}

function transactionOf({record, trial}: Pending, now: number) {
	const left = trial && timeLeft(trial.news());
	return {
		state:
			trial === undefined ? 'abandoned' : left === undefined ? 'applying' : 'on-trial',
		id: record?.number ?? null,
		expiresAt: left === undefined ? null : new Date(now + left).toISOString(),
		by: record?.by ?? null,
	};
}

function undoneOf({record, ending, isRestored}: Undone) {
	return {
		id: record?.number ?? null,
		at: ending?.at ?? null,
		reason: ending?.kind === 'undone' ? ending.reason : null,
		restored: isRestored,
	};
}
