import process from 'node:process';
import {catalogue} from '../catalogue/catalogue.js';
import {exitCode} from '../exit-code.js';
import {Failure} from '../failure.js';
import {loginsOf} from '../flow/login-by-reference.js';
import {openContext, readGivenFiles} from './context.js';
import type {CommonFlags, JsonFlag, LoginFlags, WatchFlags} from './flags.js';
import {interruption} from './interruption.js';
import {logInAfter} from './log-in-after.js';
import {loginFrom} from './login-flags.js';
import {printJson} from './output.js';
import {printRun} from './print-run.js';
import {probeWithProgress} from './probe-with-progress.js';
import {watchOn} from './watch-on.js';

export type ProbeFlags = CommonFlags & JsonFlag & WatchFlags & LoginFlags;

export async function probe(ids: readonly string[], flags: ProbeFlags): Promise<void> {
	refuseUnknown(ids);
	refuseWithoutWatch(flags);
	const login = await loginFrom(ids, flags);
	const context = await openContext(flags);
	await readGivenFiles(context, flags);
	const signal = interruption();
	const rows = ids.length === 0 ? {} : {ids};
	const isSilent = flags.json === true;
	const {flow, answers} = context;
	const proven = await probeWithProgress(flow, answers, {...rows, isSilent, signal});
	const logins = login === undefined ? loginsOf(answers, rows.ids) : [login];
	const run = await logInAfter(proven, context, {logins, isSilent, signal});
	process.exitCode = run.counts.fail > 0 ? exitCode.notProven : exitCode.done;
	if (flags.watch) {
		await watchOn(context, {...rows, run, signal}, flags);
	} else if (flags.json) {
		printJson(run);
	} else {
		printRun(run, flags);
	}
}

function refuseUnknown(ids: readonly string[]): void {
	const known = catalogue.map(({id}) => id);
	const unknown = ids.find(id => !known.includes(id));
	if (unknown !== undefined) {
		throw new Failure('usage', `There is no connection "${unknown}".`, {
			remedies: [`The connections are: ${known.join(', ')}.`],
		});
	}
}

function refuseWithoutWatch({watch, every, answer}: WatchFlags): void {
	const flag = every === undefined ? '--answer' : '--every';
	if (watch === undefined && (every !== undefined || answer !== undefined)) {
		throw new Failure('usage', `${flag} is about waiting, so it needs --watch.`);
	}
}
