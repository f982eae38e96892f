import type {Answers} from '../answers/schema.js';
import {Failure} from '../failure.js';
import type {Layer} from '../firewall/layer.js';
import {readBootId} from '../host/boot.js';
import {makeOwnFolder} from '../host/own-files.js';
import type {Person} from '../host/person.js';
import type {Policy} from '../policy/policy.js';
import {audit} from './audit-log.js';
import {finishEndings, type RecoverContext} from './finish-endings.js';
import {readEnd, type TrialEnd} from './follow-trial.js';
import {nextNumber} from './generations.js';
import {guardSocket} from './guard.js';
import {awaitGuard, type GuardLink} from './guard-link.js';
import type {News} from './messages.js';
import {openTrial, type Trial, untilOnTrial} from './open-trial.js';
import {recover} from './recover.js';
import type {TrialRecord} from './trial.js';
import {endTrial, type Snapshots, writeTrial} from './trial-folder.js';

/** What somebody wants to put into effect. */
export type TrialRequest = {
	readonly policy: Policy;
	readonly answers: Answers;
	/** What changes, a line each. */
	readonly changes: readonly string[];
	readonly by: Person;
	/** How long it stays without being kept. */
	readonly seconds: number;
	/** What is changed; whatever is not among them stays as it is. */
	readonly layers: readonly Layer[];
};

export const trialStages = ['save-old', 'guard', 'load', 'read-back'] as const;
/** The stages in which a trial comes into effect. */
export type TrialStage = (typeof trialStages)[number];

export type BeginContext = RecoverContext & {
	/** The folder of the guard's socket. */
	readonly run: string;
	/** Makes the server go back by itself after a restart. */
	readonly prepareBoot: () => Promise<void>;
	/** Starts the guard apart from this process. */
	readonly startGuard: () => Promise<void>;
};

/** How long a guard may take to answer, in milliseconds. */
const patience = 15_000;

/**
 * Writes a trial down, arms its guard, and has the guard put it into effect.
 * @throws Failure `guard.missing` or another one when nothing was changed, and
 * `firewall.failed` when everything was put back
 */
export async function beginTrial(
	request: TrialRequest,
	context: BeginContext,
	onStage: (stage: TrialStage) => void,
): Promise<Trial> {
	const {state} = context;
	onStage('save-old');
	const record = await recordOf(request, state);
	await writeTrial(state, record, request, await snapshotsOf(request.layers));
	onStage('guard');
	const {link, trial} = await armGuard(record, context).catch(async error => {
		await callOff(context, record);
		throw error;
	});
	const stop = trial.onNews(news => {
		const stage = stageOf(news);
		if (stage !== undefined) {
			onStage(stage);
		}
	});
	link.ask({ask: 'begin'});
	// With the guard gone for good, whoever holds the lock takes its place.
	const end = await untilOnTrial(trial).catch(async () =>
		readEnd({state, record}, await recover(context)),
	);
	stop();
	if (end !== undefined) {
		throw notInEffect(end);
	}

	return trial;
}

/** Starts the guard, which changes nothing until it is told to begin. */
async function armGuard(
	record: TrialRecord,
	{state, run, prepareBoot, startGuard}: BeginContext,
): Promise<{readonly link: GuardLink; readonly trial: Trial}> {
	const socket = guardSocket(run);
	await makeOwnFolder(run);
	await prepareBoot();
	await audit(state, {event: 'tried', record});
	await startGuard();
	const link = await awaitGuard(socket, patience);
	const trial =
		link && (await openTrial(link, {state, socket, record}).catch(() => undefined));
	if (link === undefined || trial === undefined) {
		throw new Failure(
			'guard.missing',
			'The process that would take the new rules back did not start. Nothing was changed.',
			{remedies: ['Look for "analytics-setup-guard" in the system log.']},
		);
	}

	return {link, trial};
}

function stageOf({state}: News): TrialStage | undefined {
	return state === 'loading' ? 'load' : state === 'verifying' ? 'read-back' : undefined;
}

function notInEffect({ending, problems}: TrialEnd): Failure {
	const reason = ending.kind === 'undone' ? ending.reason : '';
	const after =
		problems.length === 0
			? 'The old rules are back.'
			: `The old rules could not be put back whole: ${problems.join(' ')}`;
	return new Failure(
		'firewall.failed',
		`The new rules could not be put into effect: ${reason} ${after}`,
	);
}

/** Nothing was changed yet: the trial is only struck off. */
async function callOff(context: BeginContext, record: TrialRecord): Promise<void> {
	const at = new Date().toISOString();
	const reason = 'The guard did not start.';
	const {by, number} = record;
	await endTrial(context.state, number, {kind: 'undone', at, by, reason});
	await finishEndings(context);
}

async function snapshotsOf(layers: readonly Layer[]): Promise<Snapshots> {
	const pairs = layers.map(async layer => [layer.name, await layer.snapshot()] as const);
	return new Map(await Promise.all(pairs));
}

export async function recordOf(
	{by, changes, seconds, layers}: TrialRequest,
	state: string,
): Promise<TrialRecord> {
	return {
		schema: 1,
		number: await nextNumber(state),
		by,
		startedAt: new Date().toISOString(),
		seconds,
		changes,
		bootId: await readBootId(),
		hasFront: layers.some(({name}) => name !== 'ruleset'),
	};
}
