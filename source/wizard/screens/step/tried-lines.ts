import {isAt} from '../../../answers/answer-path.js';
import {wrap} from '../../../reports/wrap.js';
import type {Heard} from '../../inquiries/heard.js';
import {replyNote} from '../../inquiries/reply-note.js';
import type {WizardStep} from '../../step.js';
import type {Line} from '../../widgets/scroll.js';

/** What to do about the values of a page that do not work. */
export function triedLines(
	{fields}: Pick<WizardStep, 'fields'>,
	heard: readonly Heard[],
	width: number,
): readonly Line[] {
	const told = heard.flatMap(({path, reply}) => {
		const note = reply && replyNote(reply);
		if (reply === undefined || note?.isWarning !== true) {
			return [];
		}

		const label = fields.find(({id}) => isAt(id, path))?.label ?? path;
		const what = [label, reply.destination].filter(part => part !== '').join(' ');
		const seen = `${what}: ${note.text}.`;
		return wrap(reply.remedy === null ? seen : `${seen} ${reply.remedy}`, width);
	});
	return told.length === 0
		? []
		: [
				{text: 'What was tried just now', isBold: true},
				...told.map(text => ({text})),
				{text: ''},
			];
}
