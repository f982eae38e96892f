import type {Reply} from '../../flow/inquiries/inquiry.js';
import type {Verdict} from '../../probes/verdict.js';
import type {Marks} from '../../reports/marks.js';
import type {EntryNote} from '../field.js';

/** What to say beside an answer about what was asked in the background. */
export type ReplyNote = EntryNote & {
	/** Undefined while it is being tried. */
	readonly verdict: Verdict | undefined;
};

/** Says that an answer is being tried. It stands still: each change would cost bytes. */
export function tryingNote({more}: Pick<Marks, 'more'>): ReplyNote {
	return {text: `trying${more}`, isWarning: false, verdict: undefined};
}

/** A reply in one line. */
export function replyNote({destination, address, verdict, detail}: Reply): ReplyNote {
	const isNews = address !== null && address !== destination;
	return {
		text: isNews ? `${address}, ${detail}` : detail,
		isWarning: verdict === 'fail' || verdict === 'warn',
		verdict,
	};
}
