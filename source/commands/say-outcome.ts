import process from 'node:process';
import {exitCode} from '../exit-code.js';
import type {Applied} from '../flow/apply.js';
import type {Plan} from '../flow/plan.js';
import type {Machine} from '../machine.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {describeProof} from '../transaction/trial.js';
import type {JsonFlag} from './flags.js';
import {print, printJson, tell} from './output.js';

type CarriedOut = {
	readonly machine: Machine;
	readonly plan: Plan;
	readonly applied: Applied;
	/** Of its trial, where there was one. */
	readonly end: TrialEnd | undefined;
};

/** Says what came of a plan that was put into effect. */
export function sayOutcome(carriedOut: CarriedOut, {json}: JsonFlag): void {
	const {applied, end} = carriedOut;
	const problems =
		applied.outcome === 'adopted' ? applied.problems : (end?.problems ?? []);
	problems.forEach(tell);
	if (problems.length > 0) {
		process.exitCode = exitCode.unexpected;
	}

	if (json) {
		printJson({...asJson(carriedOut), problems});
	} else {
		print(inWords(carriedOut));
	}
}

function asJson({machine: {backend}, plan, applied, end}: CarriedOut) {
	return {
		schema: 1,
		backend: backend.name,
		applied: backend.name === 'nftables',
		place: backend.place,
		changed: hasChanged(applied),
		changes: plan.changes,
		generation: applied.outcome === 'on-trial' ? applied.trial.record.number : null,
		proof: end?.ending.kind === 'kept' ? end.ending.proof : null,
	};
}

function hasChanged(applied: Applied): boolean {
	return applied.outcome === 'written'
		? applied.hasChanged
		: applied.outcome !== 'unchanged';
}

function inWords({machine: {backend}, plan, applied, end}: CarriedOut): string {
	const {length} = plan.changes;
	const amount =
		length === 0 ? 'Nothing changed' : length === 1 ? 'One change' : `${length} changes`;
	if (backend.name === 'nftables') {
		return `${amount}; in effect now, and after a restart.${keptAs(end, applied)}`;
	}

	const where = length === 0 ? 'the files are in' : 'written to';
	return `${amount}; ${where} ${backend.place}. Nothing takes effect on this server.`;
}

function keptAs(end: TrialEnd | undefined, applied: Applied): string {
	return end?.ending.kind === 'kept' && applied.outcome === 'on-trial'
		? ` Generation ${applied.trial.record.number}, ${describeProof(end.ending.proof)}.`
		: '';
}
