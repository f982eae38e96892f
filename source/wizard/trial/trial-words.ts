import {formatTimeLeft, timeLeft} from '../../transaction/describe-trial.js';
import type {News} from '../../transaction/messages.js';
import type {TrialRecord} from '../../transaction/trial.js';
import type {Hint} from '../widgets/hints.js';
import type {Standing} from './standing.js';

/** `Applied 8 seconds ago, on trial` */
export function trialTitle(news: News, {seconds}: TrialRecord): string {
	const left = timeLeft(news);
	if (left === undefined) {
		return news.state === 'undoing' ? 'The old rules return' : 'The trial ends';
	}

	const passed = Math.max(0, seconds - Math.ceil(left / 1000));
	return `Applied ${passed} ${passed === 1 ? 'second' : 'seconds'} ago, on trial`;
}

/** `old rules return in 1:52` */
export function trialStatus(news: News): string {
	const left = timeLeft(news);
	return left === undefined ? '' : `old rules return in ${formatTimeLeft(left)}`;
}

export function trialHints(
	standing: Standing,
	digit: string,
	isProven: boolean,
): readonly Hint[] {
	return [
		...(standing.kind === 'judged' ? ([[digit, 'keep']] as const) : []),
		['K', isProven ? 'keep' : 'keep without proof'],
		['U', 'undo now'],
		['?', 'help'],
		['Ctrl-C', 'leave'],
	];
}
