import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import {renderSummary} from '../reports/summary.js';
import type {Outcome} from '../wizard/app.js';
import {findNotice} from './find-notice.js';
import type {CommonFlags} from './flags.js';
import {lookOn, sayHowToKeep} from './look-on.js';
import {onScreen} from './on-screen.js';
import {marksForOutput, outputWidth, print} from './output.js';
import {summaryOf} from './summary-of.js';

export type SetupFlags = CommonFlags & {readonly confirmWithin: number};

/** The wizard; or, while another session's rules are on trial, that trial. */
export async function setup(flags: SetupFlags): Promise<void> {
	refuseWithoutTerminal();
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		await lookOn(pending.trial, machine, flags);
		return;
	}

	// Held until the process ends: even reading may put damaged answers aside.
	await machine.takeLock('the wizard');
	const notice = await findNotice(machine, pending);
	const saved = await readSaved(machine);
	const [draft, inEffect] = await Promise.all([
		machine.drafts.read(),
		machine.backend.readInEffect(),
	]);
	const outcome = await onScreen(flags, ({startWizard}, drawing) =>
		startWizard(
			{
				machine,
				flow: flowOn(machine),
				draft: {
					answers: {...withoutVersion(saved.answers), ...draft?.answers},
					typed: draft?.typed ?? {},
				},
				isConfigured: saved.answers !== undefined,
				isInEffect: inEffect !== undefined,
				marks: marksForOutput(flags),
				notice: [...notice, ...saved.notice].join(' ') || undefined,
				trialSeconds: flags.confirmWithin,
			},
			drawing,
		),
	);
	process.exitCode = outcome.isInterrupted ? exitCode.interrupted : exitCode.done;
	await printOutcome(outcome, machine, flags);
}

function refuseWithoutTerminal(): void {
	if (!process.stdin.isTTY || !process.stdout.isTTY || process.env.TERM === 'dumb') {
		throw new Failure('usage', 'The wizard needs a terminal that can move its cursor.', {
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
	{run, answers}: Outcome,
	machine: Machine,
	flags: CommonFlags,
): Promise<void> {
	const pending = await machine.transactions.pending();
	if (pending?.trial !== undefined) {
		sayHowToKeep(pending.trial);
		return;
	}

	if (run === undefined || answers === undefined) {
		print('What you answered is kept. Run analytics-setup to go on.');
		return;
	}

	const plan = await flowOn(machine).planFor(answers);
	const summary = summaryOf(machine, answers, plan, run);
	print(renderSummary(summary, marksForOutput(flags), outputWidth()));
}
