import type {SettledPlace} from '../place.js';
import type {WizardEvent} from '../progress.js';
import {headingOfEnd, nextAfterEnd} from '../words/ended.js';
import type {Conversation} from './conversation.js';
import {listen} from './listen.js';

/** New rules that were taken back, or kept with something left undone. */
export async function atEnded(
	{talk}: Conversation,
	{aftermath}: Extract<SettledPlace, {at: 'ended'}>,
): Promise<WizardEvent> {
	const {isKept, said, problems} = aftermath;
	const next = nextAfterEnd(aftermath);
	talk.tell(
		'',
		headingOfEnd(aftermath),
		said,
		...problems,
		...(next === undefined ? [] : [next]),
	);
	await listen(
		talk,
		`Press Enter ${isKept ? 'to hear the results' : 'to go back to the review'}: `,
	);
	return {type: 'went-back'};
}
