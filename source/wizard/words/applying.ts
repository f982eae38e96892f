import type {ApplyStage} from '../../flow/apply.js';
import type {Standing} from '../trial/standing.js';

export const stageWords: Readonly<Record<ApplyStage, string>> = {
	check: 'The kernel checks the new rules',
	rehearse: 'Real packets pass through a copy of them',
	try: 'The connections that work now are noted',
	'save-old': 'The old rules are saved',
	guard: 'The guard that puts them back is armed',
	load: 'The new rules are loaded, all at once',
	'read-back': 'Every address is read back from the kernel',
};

/** Said to whoever has insisted on being shut out. */
export function hangsWhileShutOut(trialSeconds: number): string {
	return `As you insisted, this session stops answering when they are loaded. It goes on when the old rules return, after ${trialSeconds} seconds.`;
}

/** How new rules will be kept or taken back; told before they are loaded. */
export function whatFollows({kind}: Standing): {
	readonly toKeep: string;
	readonly toTakeBack: string;
} {
	const elsewhere = 'log in again from another window and type "analytics-setup confirm"';
	const toTakeBack = 'press U, or do nothing: the old rules come back by themselves';
	switch (kind) {
		case 'judged':
			return {
				toKeep: `press the key that the next screen names, or ${elsewhere}`,
				toTakeBack,
			};
		case 'unjudged':
			return {toKeep: elsewhere, toTakeBack};
		case 'shut-out':
			return {
				toKeep:
					'log in from an address that they let in and type "analytics-setup confirm"',
				toTakeBack: 'do nothing',
			};
		case 'console':
			return {
				toKeep:
					'log in over the network and type "analytics-setup confirm", or press K here, without proof of SSH',
				toTakeBack,
			};
	}
}
