import {Failure} from '../failure.js';
import {monotonicNow} from '../host/boot.js';
import {describePerson, type Person} from '../host/person.js';
import type {News} from './messages.js';
import type {Trial} from './open-trial.js';

/** The milliseconds until the old rules return; undefined while none are on trial. */
export function timeLeft(news: News): number | undefined {
	return news.state === 'on-trial'
		? Math.max(0, news.deadline - monotonicNow())
		: undefined;
}

/** The inbound connections that were open when the rules changed. */
export function connectionsBefore(news: News): readonly string[] {
	return news.state === 'on-trial' ? news.connections : [];
}

/** Why rules are put back that somebody does not want. */
export function askedFor(by: Person): string {
	return `${describePerson(by)} asked for it.`;
}

/** `1:52` */
export function formatTimeLeft(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whose trial is pending, and until when. */
export function describePending({record, news}: Trial): string {
	const left = timeLeft(news());
	const person = describePerson(record.by);
	return left === undefined
		? `${person} is changing the firewall rules of this server just now.`
		: `New firewall rules of ${person} are on trial; the old ones return in ${formatTimeLeft(left)}.`;
}

/** What whoever wants to change something meanwhile is told. */
export function pendingFailure(trial: Trial): Failure {
	return new Failure('busy', describePending(trial), {
		remedies: [
			'Keep the new rules with "analytics-setup confirm", or put the old ones back with "analytics-setup rollback".',
		],
	});
}
