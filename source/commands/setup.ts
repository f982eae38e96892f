import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {flowOn} from '../flow/flow.js';
import {describePerson} from '../host/person.js';
import {type Machine, openMachine} from '../machine.js';
import {renderSummary} from '../reports/summary.js';
import type {Pending} from '../transaction/transactions.js';
import type {Outcome} from '../wizard/app.js';
import {describeDraft} from '../wizard/describe-draft.js';
import {findNotice} from './find-notice.js';
import type {CommonFlags, PlainFlag} from './flags.js';
import {follow} from './follow.js';
import {lookOn, sayHowToKeep} from './look-on.js';
import {isConversation, onTerminal} from './on-terminal.js';
import {marksForOutput, outputWidth, print} from './output.js';
import {type SharedSession, shareSession} from './share-session.js';
import {summaryOf} from './summary-of.js';

export type SetupFlags = CommonFlags & PlainFlag & {readonly confirmWithin: number};

/**
 * The wizard; or, while another session's rules are on trial, that trial; or, while another
 * session is in the wizard, the screen of that session.
 */
export async function setup(flags: SetupFlags): Promise<void> {
	refuseWithoutTerminal(flags);
	await enter(flags);
}

async function enter(flags: SetupFlags, page?: string): Promise<void> {
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		await lookOn(pending.trial, machine, flags);
		return;
	}

	// Held until the session ends: even reading may put damaged answers aside.
	const lock = await machine.takeLock('the wizard').catch(orBusy);
	if (lock instanceof Failure) {
		const goingOn = await follow(lock, machine, flags);
		if (goingOn !== undefined) {
			await enter(flags, goingOn.page);
		}

		return;
	}

	const session = await shareSession(machine, lock);
	const outcome = await runWizard(machine, session, flags, {pending, page});
	process.exitCode = outcome.isInterrupted ? exitCode.interrupted : exitCode.done;
	await printOutcome(outcome, machine, flags);
}

function orBusy(error: unknown): Failure {
	if (error instanceof Failure && error.code === 'busy') {
		return error;
	}

	throw error;
}

async function runWizard(
	machine: Machine,
	session: SharedSession,
	flags: SetupFlags,
	{
		pending,
		page,
	}: {readonly pending: Pending | undefined; readonly page: string | undefined},
): Promise<Outcome> {
	const notice = await findNotice(machine, pending);
	const saved = await readSaved(machine);
	const [draft, inEffect, kept] = await Promise.all([
		machine.drafts.read(),
		machine.backend.readInEffect(),
		machine.transactions.newest(),
	]);
	// Against a configuration that was kept, the home screen compares by itself.
	const left = describeDraft(draft, kept === undefined ? saved.answers : undefined);
	const outcome = await onTerminal(flags, ({startWizard}) =>
		startWizard(
			{
				machine,
				flow: session.flow,
				page,
				draft: {
					answers: {...withoutVersion(saved.answers), ...draft?.answers},
					typed: draft?.typed ?? {},
				},
				isConfigured: saved.answers !== undefined,
				isInEffect: inEffect !== undefined,
				marks: marksForOutput(flags),
				notice: [...notice, ...saved.notice, ...left].join(' ') || undefined,
				trialSeconds: flags.confirmWithin,
			},
			session,
		),
	);
	const {takenOverBy: by} = outcome;
	await session.end(by === undefined ? {state: 'left'} : {state: 'taken-over', by});
	return outcome;
}

function refuseWithoutTerminal(flags: SetupFlags): void {
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

type Saved = {
	readonly answers: Answers | undefined;
	/** What the user should know of them, a sentence each. */
	readonly notice: readonly string[];
};

/** Damaged answers are put aside, and asked for again. */
async function readSaved(machine: Machine): Promise<Saved> {
	try {
		return {answers: await machine.answers.read(), notice: []};
	} catch (error) {
		if (!(error instanceof Failure) || error.code !== 'answers.unreadable') {
			throw error;
		}

		const aside = await machine.answers.setAside();
		return {answers: undefined, notice: [error.message, `They are kept as ${aside}.`]};
	}
}

function withoutVersion(answers: Answers | undefined) {
	const {version: _version, ...sections} = answers ?? {version: 1};
	return sections;
}

/** What stays on the terminal after the wizard. */
async function printOutcome(
	{run, answers, takenOverBy}: Outcome,
	machine: Machine,
	flags: SetupFlags,
): Promise<void> {
	if (takenOverBy !== undefined) {
		print(
			`${describePerson(takenOverBy)} has taken this session over, and goes on with it.`,
		);
		print('What you answered and typed is kept there.');
		return;
	}

	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		sayHowToKeep(pending.trial);
		return;
	}

	if (run === undefined || answers === undefined) {
		print('What you answered is kept. Run analytics-setup to go on.');
		return;
	}

	if (isConversation(flags)) {
		print('What was found is kept. "analytics-setup report" tells it again.');
		return;
	}

	const plan = await flowOn(machine).planFor(answers);
	const summary = summaryOf(machine, answers, plan, run);
	print(renderSummary(summary, marksForOutput(flags), outputWidth()));
}
