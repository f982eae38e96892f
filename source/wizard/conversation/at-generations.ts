import {formatMoment} from '../../moment.js';
import {counted} from '../../reports/counted.js';
import {describeGeneration} from '../../transaction/describe-generation.js';
import type {Generation} from '../../transaction/generations.js';
import type {WizardEvent} from '../progress.js';
import {busy} from './busy.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {valueOrTold} from './tell-failure.js';

/** The configurations that were kept, to go back to one of them. */
export async function atGenerations({talk, machine}: Conversation): Promise<WizardEvent> {
	talk.tell(
		'',
		'Go back to an earlier configuration. Nothing is changed before you have heard the review.',
	);
	const done = await busy(talk, {
		doing: 'Looking for what was kept.',
		work: () => machine.transactions.generations(),
	});
	const generations = valueOrTold(talk, done);
	if (generations === undefined || generations.length === 0) {
		talk.tell(...(generations === undefined ? [] : ['Nothing was kept yet.']));
		return {type: 'went-back'};
	}

	const choice = await choose(talk, {
		options: generations.map((generation, index) => ({
			label: describe(generation),
			value: String(index),
		})),
	});
	const generation = generations[Number(choice)];
	return generation === undefined
		? {type: 'went-back'}
		: {type: 'chose-generation', generation};
}

function describe(generation: Generation): string {
	const {ending, record} = generation;
	const changes = counted(record.changes.length, 'change', 'changes');
	return `${describeGeneration(generation)} at ${formatMoment(ending.at).slice(11)}, with ${changes}`;
}
