import type {Comparison} from '../../flow/compare-probes.js';
import {timeLeft} from '../../transaction/describe-trial.js';
import type {News} from '../../transaction/messages.js';
import {
	type Login,
	type Logins,
	lookForLogins,
	withNewLogins,
} from '../trial/new-logins.js';
import {comparisonInWords} from '../words/comparison.js';
import type {Holding} from './hold-trial.js';

/** The time is told when so many seconds are left: often enough, and no flood. */
const moments = [60, 30, 10] as const;

/** How many seconds it must have changed by to be told again. */
const apart = 5;

/**
 * Tells what happens while new rules are on trial, until they are not any more.
 * @returns the logins that were seen since the rules have changed, the newest first
 */
export function tellTrialNews(
	holding: Holding,
	signal: AbortSignal,
): () => readonly Login[] {
	const {talk, trial, comparison} = holding;
	let logins: Logins = new Map();
	let told = secondsLeft(trial.news());
	talk.tell(
		`The old rules return by themselves in ${told} seconds.`,
		...readBack(trial.news()),
	);
	const look = async () => {
		const before = logins;
		logins = await tellLogins(holding, before, signal);
	};

	const timer = setInterval(() => {
		if (trial.news().state === 'on-trial') {
			told = tellTime(holding, told);
			// What cannot be looked at now may be a second later.
			look().catch(() => undefined);
		}
	}, 1000);
	const stop = trial.onNews(({state}) => {
		if (state === 'undoing') {
			talk.tell('The old rules return.');
		}
	});
	signal.addEventListener('abort', () => {
		clearInterval(timer);
		stop();
	});
	comparison?.then(
		compared => talk.tell(...(signal.aborted ? [] : describeComparison(compared))),
		// What could not be compared says nothing.
		() => undefined,
	);
	return () => [...logins.values()];
}

/** Tells how long it is, at the moments for that; gives what was told last. */
function tellTime({talk, trial}: Holding, told: number): number {
	const left = secondsLeft(trial.news());
	const isMoment = moments.some(moment => left <= moment && told > moment);
	if (!isMoment || told - left < apart) {
		return told;
	}

	talk.tell(`${left} seconds left until the old rules return.`);
	return left;
}

async function tellLogins(
	{talk, machine, trial}: Holding,
	known: Logins,
	signal: AbortSignal,
): Promise<Logins> {
	const news = trial.news();
	if (news.state !== 'on-trial') {
		return known;
	}

	const logins = withNewLogins(known, await lookForLogins(machine, news.connections));
	const [newest] = logins.values();
	if (logins !== known && newest !== undefined && !signal.aborted) {
		talk.tell(
			`A new login from ${newest.from} was seen: the new rules let it in. Type keep to keep them, proven by that.`,
		);
	}

	return logins;
}

function describeComparison(compared: Comparison): readonly string[] {
	const words = comparisonInWords(compared);
	return compared.broken.length === 0
		? [`${words}.`]
		: [
				`${words} Type undo to put the old rules back.`,
				...compared.broken.map(
					({destination, port, protocol}) =>
						`It does not work any more: ${destination}, ${port}/${protocol}.`,
				),
			];
}

function secondsLeft(news: News): number {
	return Math.ceil((timeLeft(news) ?? 0) / 1000);
}

function readBack(news: News): readonly string[] {
	return news.state === 'on-trial' && news.verified !== null
		? [`Read back from the kernel: ${news.verified} of ${news.verified} addresses.`]
		: [];
}
