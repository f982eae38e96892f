import process from 'node:process';
import {loginsIn} from '../answers/logins.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {type MachineParts, openMachine} from '../machine.js';
import type {Outcome} from '../wizard/app.js';
import type {CommonFlags, PlainFlag} from './flags.js';
import {follow} from './follow.js';
import {fromFiles} from './given-answers.js';
import {lookOn} from './look-on.js';
import {isConversation, onTerminal} from './on-terminal.js';
import {printOutcome} from './print-outcome.js';
import {type SharedSession, shareSession} from './share-session.js';
import {type Beginning, type ComingFrom, startOf} from './wizard-start.js';

export type SetupFlags = CommonFlags & PlainFlag & {readonly confirmWithin: number};

/**
 * The wizard; or, while another session's rules are on trial, that trial; or, while another
 * session is in the wizard, the screen of that session.
 */
export async function setup(flags: SetupFlags): Promise<void> {
	refuseWithoutTerminal(flags);
	const {answers: paths} = flags;
	const given =
		paths === undefined ? undefined : {paths, answers: await fromFiles(paths)};
	await enter(flags, {given});
}

export type Entering = ComingFrom & {
	/** What stands in for parts of the machine. */
	readonly parts?: MachineParts | undefined;
	/** Given when there is nothing more to look on at. */
	readonly released?: AbortSignal | undefined;
};

/** @returns whether the wizard was worked in to its end, or only looked on at here */
export async function enter(
	flags: SetupFlags,
	{parts, released, ...from}: Entering,
): Promise<'worked' | 'looked-on'> {
	const machine = await openMachine({
		root: flags.root,
		backend: flags.backend,
		given: from.given?.answers,
		...parts,
	});
	await machine.keyring.readFiles(loginsIn({proxy: from.given?.answers.proxy}));
	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		await lookOn(pending.trial, machine, flags);
		return 'looked-on';
	}

	// Held until the session ends: even reading may put damaged answers aside.
	const lock = await machine.takeLock('the wizard').catch(orBusy);
	if (lock instanceof Failure) {
		const goingOn = await follow(lock, machine, flags, released);
		return goingOn === undefined
			? 'looked-on'
			: enter(flags, {...goingOn, parts, released});
	}

	const session = await shareSession(machine, lock);
	const outcome = await runWizard({...from, machine, pending}, session, flags);
	process.exitCode = outcome.isInterrupted ? exitCode.interrupted : exitCode.done;
	await printOutcome(outcome, machine, flags);
	return outcome.takenOverBy === undefined ? 'worked' : 'looked-on';
}

function orBusy(error: unknown): Failure {
	if (error instanceof Failure && error.code === 'busy') {
		return error;
	}

	throw error;
}

async function runWizard(
	beginning: Beginning,
	session: SharedSession,
	flags: SetupFlags,
): Promise<Outcome> {
	try {
		const start = await startOf(beginning, session, flags);
		const outcome = await onTerminal(flags, ({startWizard}) =>
			startWizard(start, session),
		);
		const {takenOverBy: by} = outcome;
		await session.end(by === undefined ? {state: 'left'} : {state: 'taken-over', by});
		return outcome;
	} finally {
		// After a fault of ours: those who look on must not keep this process alive.
		await session.end({state: 'lost'});
	}
}

/** @throws Failure `usage` */
export function refuseWithoutTerminal(flags: SetupFlags): void {
	// What is only read may be written elsewhere too.
	const canBeShown = process.stdout.isTTY || isConversation(flags);
	if (!process.stdin.isTTY || !canBeShown) {
		throw new Failure('usage', 'The wizard needs a terminal.', {
			remedies: [
				'Run it at the console or over "ssh -t".',
				'Without a terminal, write an answers file and run "analytics-setup apply --no-confirm --answers FILE".',
			],
		});
	}
}
