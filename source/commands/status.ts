import process from 'node:process';
import {exitCode} from '../exit-code.js';
import {flowOn} from '../flow/flow.js';
import {unfollowedAmong} from '../flow/names-standing.js';
import {readStanding, type Standing, standingAsJson} from '../flow/standing.js';
import type {Machine} from '../machine.js';
import {describePending} from '../transaction/describe-trial.js';
import {describeUndone} from '../transaction/describe-undone.js';
import type {Pending} from '../transaction/transactions.js';
import {describeProof} from '../transaction/trial.js';
import {openWithAnswers} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {namesLines} from './names-lines.js';
import {print, printJson} from './output.js';
import {renderDrift} from './render-plan.js';

/** Whether this server is configured, and whether what is in effect is what was asked for. */
export async function status(flags: CommonFlags & JsonFlag): Promise<void> {
	const {machine, answers} = await openWithAnswers(flags);
	const standing = await readStanding(answers, machine, flowOn(machine).driftFrom);
	const {undone, drift, names} = standing;
	const hasDrifted = drift.changes.length + drift.outdated.length > 0;
	const areFollowed = names === undefined || unfollowedAmong(names).length === 0;
	const isWell = !hasDrifted && areFollowed && undone?.isRestored !== false;
	process.exitCode = isWell ? exitCode.done : exitCode.notProven;
	if (flags.json) {
		printJson(standingAsJson(standing, machine));
	} else {
		print(statusLines(standing, machine).join('\n'));
	}
}

function statusLines(standing: Standing, machine: Machine): readonly string[] {
	const {pending, undone, newest, drift, names} = standing;
	return [
		...(pending === undefined ? [] : [describeTransaction(pending)]),
		...(undone === undefined ? [] : [describeUndone(undone)]),
		describeConfiguration(standing, machine),
		...(newest === undefined
			? []
			: [`Generation ${newest.number}, ${describeProof(newest.ending.proof)}.`]),
		...drift.neighbours,
		...(names === undefined ? [] : namesLines(names, machine.now())),
	];
}

function describeConfiguration(
	{answers, pending, drift}: Standing,
	{backend}: Machine,
): string {
	if (answers === undefined) {
		return 'This server has not been set up yet. Run analytics-setup.';
	}

	const {hostname} = answers.server;
	return pending === undefined
		? renderDrift(drift, hostname, backend)
		: `${hostname}: configured.`;
}

function describeTransaction({trial}: Pending): string {
	return trial === undefined
		? 'New rules were being tried, and the process that guards them is gone. Run "analytics-setup rollback" to put the old ones back.'
		: describePending(trial);
}
