import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import {renderSummary} from '../reports/summary.js';
import type {Outcome, Start} from '../wizard/app.js';
import type {CommonFlags} from './flags.js';
import {marksForOutput, outputWidth, print} from './output.js';
import {summaryOf} from './summary-of.js';

/** The wizard. */
export async function setup(flags: CommonFlags): Promise<void> {
	refuseWithoutTerminal();
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	// Held until the process ends: even reading may put damaged answers aside.
	await machine.takeLock('the wizard');
	const {answers, notice} = await readSaved(machine);
	const [draft, inEffect] = await Promise.all([
		machine.drafts.read(),
		machine.backend.readInEffect(),
	]);
	// Ink's colours look at the environment once, when they are loaded.
	if (!flags.color || process.env.NO_COLOR) {
		process.env.FORCE_COLOR = '0';
	}

	const outcome = await runWizard({
		machine,
		flow: flowOn(machine),
		draft: {
			answers: {...withoutVersion(answers), ...draft?.answers},
			typed: draft?.typed ?? {},
		},
		isConfigured: answers !== undefined,
		isInEffect: inEffect !== undefined,
		marks: marksForOutput(flags),
		notice,
	});
	process.exitCode = outcome.isInterrupted ? exitCode.interrupted : exitCode.done;
	await printOutcome(outcome, machine, flags);
}

async function runWizard(start: Start): Promise<Outcome> {
	const {startWizard} = await import('../wizard/start.js');
	// Before the first frame: the echo of a key that comes early would scroll it away.
	process.stdin.setRawMode(true);
	try {
		return await startWizard(start);
	} finally {
		process.stdin.setRawMode(false);
	}
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

/** Damaged answers are put aside, and asked for again. */
async function readSaved(
	machine: Machine,
): Promise<{readonly answers: Answers | undefined; readonly notice: string | undefined}> {
	try {
		return {answers: await machine.answers.read(), notice: undefined};
	} catch (error) {
		if (!(error instanceof Failure) || error.code !== 'answers.unreadable') {
			throw error;
		}

		const aside = await machine.answers.setAside();
		return {answers: undefined, notice: `${error.message} They are kept as ${aside}.`};
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
	if (run === undefined || answers === undefined) {
		print('What you answered is kept. Run analytics-setup to go on.');
		return;
	}

	const plan = await flowOn(machine).planFor(answers);
	const summary = summaryOf(machine, answers, plan, run);
	print(renderSummary(summary, marksForOutput(flags), outputWidth()));
}
