import process from 'node:process';
import type {Answers} from '../answers/schema.js';
import {exitCode} from '../exit-code.js';
import type {Drift} from '../flow/drift.js';
import {readStanding, standingAsJson} from '../flow/standing.js';
import {unfollowedAmong} from '../flow/unfollowed-names.js';
import {openPlace, type Place} from '../place.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {givenAnswers} from './given-answers.js';
import {print, printJson} from './output.js';

/** Whether this server is configured, and whether what is in effect is what was asked for. */
export async function status({
	root,
	backend,
	answers: paths,
	json,
}: CommonFlags & JsonFlag): Promise<void> {
	const given = await givenAnswers(paths);
	const place = await openPlace({root, backend, given});
	const answers = given ?? (await place.answers.read());
	const standing = await readStanding(answers, place, driftOn(place, root));
	const {undone, drift, names} = standing;
	const hasDrifted = drift.changes.length + drift.outdated.length > 0;
	const areFollowed = names === undefined || unfollowedAmong(names).length === 0;
	const isWell = !hasDrifted && areFollowed && undone?.isRestored !== false;
	process.exitCode = isWell ? exitCode.done : exitCode.notProven;
	if (json) {
		printJson(await standingAsJson(standing, place));
	} else {
		const {statusLines} = await import('./status-lines.js');
		print(statusLines(standing, place).join('\n'));
	}
}

/** Loads what works out rules where there are some that can have drifted. */
function driftOn(
	place: Place,
	root: string | undefined,
): (answers: Answers) => Promise<Drift> {
	return async answers => {
		const [{machineOn}, {flowOn}] = await Promise.all([
			import('../machine.js'),
			import('../flow/flow.js'),
		]);
		return flowOn(await machineOn(place, {root})).driftFrom(answers);
	};
}
