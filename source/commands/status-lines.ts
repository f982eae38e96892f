import type {Standing} from '../flow/standing.js';
import type {Place} from '../place.js';
import {describePending} from '../transaction/describe-trial.js';
import {describeUndone} from '../transaction/describe-undone.js';
import type {Pending} from '../transaction/transactions.js';
import {describeProof} from '../transaction/trial.js';
import {namesLines} from './names-lines.js';
import {renderDrift} from './render-plan.js';

/** How this server stands, for people. */
export function statusLines(standing: Standing, place: Place): readonly string[] {
	const {pending, undone, newest, drift, names} = standing;
	return [
		...(pending === undefined ? [] : [describeTransaction(pending)]),
		...(undone === undefined ? [] : [describeUndone(undone)]),
		describeConfiguration(standing, place),
		...(newest === undefined
			? []
			: [`Generation ${newest.number}, ${describeProof(newest.ending.proof)}.`]),
		...drift.neighbours,
		...(names === undefined ? [] : namesLines(names, place.now())),
	];
}

function describeConfiguration(
	{answers, pending, drift}: Standing,
	{backend}: Place,
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
