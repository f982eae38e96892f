import {wrap} from '../../reports/wrap.js';
import type {OwnSession} from '../../session/session-hub.js';
import type {Talk} from './talk.js';

/** A window of the usual size: so many lines are shown to those who look on. */
const window = {columns: 80, rows: 24} as const;

/** Lets those who look on at this session read along. Secrets are not among it. */
export function overheard(talk: Talk, session: Pick<OwnSession, 'tell'>): Talk {
	let lines: readonly string[] = [];
	const show = (...more: readonly string[]) => {
		lines = [...lines, ...more].slice(-window.rows);
		session.tell({frame: lines.join('\n'), ...window});
	};

	return {
		...talk,
		tell(...sentences) {
			talk.tell(...sentences);
			show(...sentences.flatMap(sentence => wrap(sentence, window.columns)));
		},
		async ask(prompt, options = {}) {
			const heard = await talk.ask(prompt, options);
			const text = heard.kind === 'line' && !options.isSecret ? heard.text : '';
			show(`${prompt}${text}`);
			return heard;
		},
	};
}
