import process from 'node:process';
import {exitCode} from '../exit-code.js';
import {flowOn} from '../flow/flow.js';
import {openMachine} from '../machine.js';
import {readAnswers} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import {print, printJson} from './output.js';
import {renderDrift} from './render-plan.js';

/** Whether this server is configured, and whether what is in effect is what was asked for. */
export async function status(flags: CommonFlags & JsonFlag): Promise<void> {
	const machine = await openMachine({root: flags.root, backend: flags.backend});
	const answers = await readAnswers(machine, flags);
	const drift =
		answers === undefined ? [] : (await flowOn(machine).planFor(answers)).changes;
	process.exitCode = drift.length === 0 ? exitCode.done : exitCode.notProven;
	if (flags.json) {
		printJson({
			schema: 1,
			configured: answers !== undefined,
			backend: machine.backend.name,
			// This version applies at once: it keeps no trial and no earlier generation.
			transaction: null,
			drift,
			generation: null,
		});
		return;
	}

	print(
		answers === undefined
			? 'This server has not been set up yet. Run analytics-setup.'
			: renderDrift(drift, answers.server.hostname, machine.backend),
	);
}
