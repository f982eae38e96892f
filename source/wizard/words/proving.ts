import type {Standing} from '../trial/standing.js';

/**
 * How somebody shows that new rules let them in.
 * @param digit the key that shows it, where one does
 */
export function howToProve(
	standing: Standing,
	digit: string,
): {
	readonly lead: string;
	/** Goes on with what to type elsewhere. */
	readonly explanation: string;
} {
	switch (standing.kind) {
		case 'judged':
			return {
				lead: `Press ${digit} to keep the new rules.`,
				explanation:
					'The key has to pass the new rules on its way here: so it shows that they let you in. Or log in again from another window and',
			};
		case 'unjudged':
			return {
				lead: 'Prove that you can get in.',
				explanation:
					'This session goes on whatever the new rules are. From another window, log in again and',
			};
		case 'shut-out':
			return {
				lead: `The new rules shut ${standing.from} out, as you insisted.`,
				explanation:
					'This session stops answering now. Wait: when the old rules return, it goes on. To keep the new ones, log in from an address that they let in and',
			};
		case 'console':
			return {
				lead: 'A console proves nothing about SSH: it works whatever the rules are.',
				explanation: 'To prove SSH, log in over the network from another window and',
			};
	}
}
