import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import type {Drift} from '../flow/drift.js';
import {flowOn} from '../flow/flow.js';
import {type Machine, openMachine} from '../machine.js';
import {describePending, timeLeft} from '../transaction/describe-trial.js';
import {describeUndone} from '../transaction/describe-undone.js';
import type {Generation} from '../transaction/generations.js';
import type {Pending, Undone} from '../transaction/transactions.js';
import {describeProof} from '../transaction/trial.js';
import {readAnswers} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson} from './output.js';
import {renderDrift} from './render-plan.js';

/** Whether this server is configured, and whether what is in effect is what was asked for. */
export async function status(flags: CommonFlags & JsonFlag): Promise<void> {
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const {transactions} = machine;
	const [answers, pending, undone, newest] = await Promise.all([
		readAnswers(machine, flags),
		transactions.pending(),
		transactions.lastUndone(),
		transactions.newest(),
	]);
	pending?.trial?.close();
	const drift = await driftOf(answers, pending, machine);
	const hasDrifted = drift.changes.length + drift.outdated.length > 0;
	const isWell = !hasDrifted && undone?.isRestored !== false;
	process.exitCode = isWell ? exitCode.done : exitCode.notProven;
	const standing = {answers, pending, undone, newest, drift, machine};
	if (flags.json) {
		printJson(statusAsJson(standing));
	} else {
		print(statusLines(standing).join('\n'));
	}
}

type Standing = {
	readonly answers: Answers | undefined;
	readonly pending: Pending | undefined;
	readonly undone: Undone | undefined;
	readonly newest: Generation | undefined;
	readonly drift: Drift;
	readonly machine: Machine;
};

function statusAsJson({answers, pending, undone, newest, drift, machine}: Standing) {
	return {
		schema: 1,
		configured: answers !== undefined,
		backend: machine.backend.name,
		transaction: pending === undefined ? null : transactionOf(pending, machine),
		undone: undone === undefined ? null : undoneOf(undone),
		drift: [...drift.changes, ...drift.outdated],
		neighbours: drift.neighbours,
		generation: newest?.number ?? null,
	};
}

function statusLines(standing: Standing): readonly string[] {
	const {pending, undone, newest, drift} = standing;
	return [
		...(pending === undefined ? [] : [describeTransaction(pending)]),
		...(undone === undefined ? [] : [describeUndone(undone)]),
		describeConfiguration(standing),
		...(newest === undefined
			? []
			: [`Generation ${newest.number}, ${describeProof(newest.ending.proof)}.`]),
		...drift.neighbours,
	];
}

function describeConfiguration({answers, pending, drift, machine}: Standing): string {
	if (answers === undefined) {
		return 'This server has not been set up yet. Run analytics-setup.';
	}

	const {hostname} = answers.server;
	return pending === undefined
		? renderDrift(drift, hostname, machine.backend)
		: `${hostname}: configured.`;
}

/** While new rules are on trial, all that differs from the old ones is meant to. */
async function driftOf(
	answers: Answers | undefined,
	pending: Pending | undefined,
	machine: Machine,
): Promise<Drift> {
	return answers === undefined || pending !== undefined
		? {changes: [], outdated: [], neighbours: []}
		: flowOn(machine).driftFrom(answers);
}

function transactionOf({record, trial}: Pending, {now}: Machine) {
	const left = trial && timeLeft(trial.news());
	return {
		state:
			trial === undefined ? 'abandoned' : left === undefined ? 'applying' : 'on-trial',
		id: record?.number ?? null,
		expiresAt: left === undefined ? null : new Date(now() + left).toISOString(),
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

function describeTransaction({trial}: Pending): string {
	return trial === undefined
		? 'New rules were being tried, and the process that guards them is gone. Run "analytics-setup rollback" to put the old ones back.'
		: describePending(trial);
}
