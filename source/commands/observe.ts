import {flowOn} from '../flow/flow.js';
import {observationOf} from '../flow/observing.js';
import {openMachine} from '../machine.js';
import {summaryAsJson} from '../observation/summary-as-json.js';
import {summaryLines} from '../observation/summary-lines.js';
import {openContext} from './context.js';
import type {CommonFlags, JsonFlag} from './flags.js';
import type {ObserveWord} from './observe-words.js';
import {print, printJson} from './output.js';

type ObserveFlags = CommonFlags & JsonFlag;

/** Begins or ends to see where this server goes, or tells what was seen. */
export async function observe(
	word: ObserveWord | undefined,
	flags: ObserveFlags,
): Promise<void> {
	if (word === undefined) {
		await tellObserved(flags);
		return;
	}

	const {root, backend, json} = flags;
	await flowOn(await openMachine({root, backend})).observe[word]();
	if (json) {
		printJson({schema: 1, observing: word === 'start'});
	} else {
		print(done[word]);
	}
}

const done = {
	start:
		'From now on it is counted where this server goes, also after a restart. Nothing is blocked by that. Look with "analytics-setup observe"; "analytics-setup observe stop" ends it.',
	stop: 'Nothing is counted any more. What was seen is kept: "analytics-setup observe" tells it.',
} as const;

async function tellObserved(flags: ObserveFlags): Promise<void> {
	const {machine, flow, answers} = await openContext(flags);
	observationOf(machine);
	const summary = await flow.observe.read(answers);
	if (flags.json) {
		printJson(summaryAsJson(summary));
	} else if (summary === undefined) {
		print(
			'Nobody has observed this server yet. Run "analytics-setup observe start", and look again when it has done its usual work for a day or more.',
		);
	} else {
		print(summaryLines(summary, machine.now()).join('\n'));
	}
}
