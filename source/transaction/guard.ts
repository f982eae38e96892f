import {once} from 'node:events';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {Failure, messageOf} from '../failure.js';
import type {Layer} from '../firewall/layer.js';
import {monotonicNow} from '../host/boot.js';
import type {Policy} from '../policy/policy.js';
import {finishEndings, type RecoverContext} from './finish-endings.js';
import {foldersIn} from './folders.js';
import {readCandidate} from './generations.js';
import {type GuardHub, openHub} from './guard-hub.js';
import {readSteps} from './journal.js';
import type {Request} from './messages.js';
import type {TrialRecord} from './trial.js';
import {endTrial, readRecord, readSnapshots} from './trial-folder.js';
import {readTrialStanding, writeTrialStanding} from './trial-standing.js';

export type GuardContext = RecoverContext & {
	/** The folder of the socket, which only root may enter. */
	readonly run: string;
	/** Given when the guard is told to stop, at a shutdown for instance. */
	readonly stop: AbortSignal;
	/** The inbound connections that are open, `10.40.0.7 50022`. */
	readonly openConnections: () => Promise<readonly string[]>;
};

/** How the trial is to end. */
type Decision =
	| Extract<Request, {ask: 'keep'}>
	| {readonly ask: 'undo'; readonly by?: TrialRecord['by']; readonly reason: string};

/** How long whoever armed the guard may take to go on, in milliseconds. */
const patience = 30_000;

/** Where a guard listens. */
export function guardSocket(run: string): string {
	return join(run, 'guard.sock');
}

/**
 * Owns the pending trial from its first change to its end, in a process of its own: puts
 * it into effect, waits until somebody keeps it, and puts everything back otherwise. When
 * it was killed and is started again, it goes on where that is safe, and back where not.
 */
export async function guardTrial(context: GuardContext): Promise<void> {
	const {state, run, note} = context;
	const {trial} = foldersIn(state);
	const record = await readRecord(trial);
	if (record === undefined) {
		// Nobody can tell what a damaged trial is, nor keep it.
		const at = new Date().toISOString();
		await endTrial(state, 0, {kind: 'undone', at, reason: 'Its files are damaged.'});
		await finishEndings(context);
		return;
	}

	// Noted before anybody can tell it to begin: whatever a guard was told dies with it.
	const wasInterrupted = (await readSteps(trial)).has('guarded');
	await note(trial, 'guarded');
	const begun = Promise.withResolvers<'begun'>();
	const decided = Promise.withResolvers<Decision>();
	const hub = await openHub(guardSocket(run), run, request => {
		if (request.ask === 'begin') {
			begun.resolve('begun');
		} else if (request.ask === 'undo' || hub.latest().state === 'on-trial') {
			// What is not whole yet cannot be kept.
			decided.resolve(request);
		}
	});
	try {
		const work = {context, hub, trial, record, begun: begun.promise};
		const failed = wasInterrupted
			? await resumeTrial(work)
			: await beginTrial(work, decided.promise);
		const decision = failed ?? (await awaitDecision(work, decided.promise));
		hub.tell({state: 'ended', problems: await end(work, decision)});
	} finally {
		await hub.close();
	}
}

type Work = {
	readonly context: GuardContext;
	readonly hub: GuardHub;
	readonly trial: string;
	readonly record: TrialRecord;
	readonly begun: Promise<'begun'>;
};

/** Puts the candidate into effect; the decision to go back when that fails. */
async function beginTrial(
	{context, hub, trial, record, begun}: Work,
	decided: Promise<Decision>,
): Promise<Decision | undefined> {
	const {stop, note, layers} = context;
	const called = await firstOf<'begun' | Decision>(stop, patience, [begun, decided]);
	if (called !== 'begun') {
		return called?.ask === 'undo' ? called : undo('Nobody went on with it.');
	}

	try {
		const candidate = await readCandidate(trial);
		const snapshots = await readSnapshots(trial);
		if (candidate === undefined || [...snapshots.values()].includes(undefined)) {
			return undo('Its files are damaged.');
		}

		const used = layers.filter(({name}) => snapshots.has(name));
		await note(trial, 'loading');
		hub.tell({state: 'loading'});
		await inTurn(used, layer => layer.load(candidate.policy));
		const connections = await context.openConnections();
		await note(trial, 'verifying');
		hub.tell({state: 'verifying'});
		const verified = await verifyAll(used, candidate.policy);
		const deadline = monotonicNow() + record.seconds * 1000;
		await writeTrialStanding(trial, {deadline, connections});
		await note(trial, 'on-trial');
		await context.tellLogins();
		hub.tell({state: 'on-trial', deadline, verified, connections});
		return undefined;
	} catch (error) {
		return undo(messageOf(error));
	}
}

/** After the guard itself was killed: only a trial that stood whole may go on. */
async function resumeTrial({hub, trial}: Work): Promise<Decision | undefined> {
	const standing = await readTrialStanding(trial);
	if (standing === undefined) {
		return undo('The guard was killed before the new rules were whole.');
	}

	hub.tell({state: 'on-trial', ...standing, verified: null});
	return undefined;
}

async function awaitDecision(
	{context: {stop}, trial}: Work,
	decided: Promise<Decision>,
): Promise<Decision> {
	const deadline = (await readTrialStanding(trial))?.deadline ?? monotonicNow();
	const decision = await firstOf(stop, Math.max(0, deadline - monotonicNow()), [decided]);
	return decision ?? undo('Nobody kept the new rules in time.');
}

/** The first answer, the end of the time, or the decision to go back when told to stop. */
async function firstOf<Answer>(
	stop: AbortSignal,
	milliseconds: number,
	answers: ReadonlyArray<Promise<Answer>>,
): Promise<Answer | Decision | undefined> {
	const controller = new AbortController();
	const {signal} = controller;
	const late = delay(milliseconds, 'late' as const, {signal});
	const stopped = stop.aborted
		? Promise.resolve()
		: once(stop, 'abort', {signal}).then(() => undefined);
	try {
		const first = await Promise.race([
			...answers,
			late,
			stopped.then(() => undo('The guard was told to stop.')),
		]);
		return first === 'late' ? undefined : first;
	} finally {
		for (const waiting of [late, stopped]) {
			waiting.catch(() => undefined);
		}

		controller.abort();
	}
}

/** One rename decides; then what was decided is carried out. */
async function end(work: Work, decision: Decision): Promise<readonly string[]> {
	const {state} = work.context;
	const {number} = work.record;
	const at = new Date().toISOString();
	const goBack = async ({by, reason}: Omit<Extract<Decision, {ask: 'undo'}>, 'ask'>) => {
		work.hub.tell({state: 'undoing', reason});
		await endTrial(state, number, {kind: 'undone', at, by, reason});
	};

	if (decision.ask === 'undo') {
		await goBack(decision);
	} else {
		const {by, proof} = decision;
		try {
			await refuseDamaged(work.trial);
			await endTrial(state, number, {kind: 'kept', at, by, proof});
		} catch (error) {
			// What cannot be written down is not kept: the old rules stand whole on the disk.
			await goBack({reason: messageOf(error)});
		}
	}

	return finishEndings(work.context);
}

/** A generation that cannot be read again would not come back after a restart. */
async function refuseDamaged(trial: string): Promise<void> {
	const [record, candidate] = await Promise.all([
		readRecord(trial),
		readCandidate(trial),
	]);
	if (record === undefined || candidate === undefined) {
		throw new Failure('state.damaged', 'Their files are damaged.');
	}
}

function undo(reason: string): Decision {
	return {ask: 'undo', reason};
}

async function verifyAll(layers: readonly Layer[], policy: Policy): Promise<number> {
	let verified = 0;
	await inTurn(layers, async layer => {
		verified += await layer.verify(policy);
	});
	return verified;
}

async function inTurn(
	layers: readonly Layer[],
	work: (layer: Layer) => Promise<void>,
): Promise<void> {
	for (const layer of layers) {
		await work(layer);
	}
}
