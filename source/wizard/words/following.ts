import {describePerson} from '../../host/person.js';
import {formatMoment} from '../../moment.js';
import {
	canBeTakenOver,
	type SessionEnd,
	type SessionView,
} from '../../session/messages.js';
import type {Size} from '../terminal/screen.js';

/** What is to be known of a session that is looked on at, in a few words. */
export function remarkOn(view: SessionView, {columns, rows}: Size): string {
	return [
		...(view.frame === '' ? ['it shows no picture'] : []),
		...(view.isLost ? ['its line has dropped: it ends when this is done'] : []),
		...(view.columns > columns || view.rows > rows
			? [`its window is larger, ${view.columns} by ${view.rows}: a part is shown`]
			: []),
	].join('; ');
}

/** Whether to take a session over, or why that cannot be. */
export function takeOverQuestion(view: SessionView) {
	const who = describePerson(view.by);
	if (canBeTakenOver(view)) {
		return {
			question: 'Go on here, and end the other session?',
			paragraphs: [
				`${who} has been in the wizard since ${formatMoment(view.since)}. If somebody may still be working there, ask them first.`,
				'Everything that was answered and typed is kept, and you go on at the same page. The other session says that it was you.',
				...(view.isLost
					? [
							'Its line has dropped, and it only ends what it was doing: that would be broken off.',
						]
					: []),
			],
		};
	}

	return {
		question: 'It cannot be taken over now.',
		paragraphs: view.isOnTrial
			? [
					`New rules are on trial in the session of ${who}. Nobody has to take it over for that: they can be kept or undone here too.`,
				]
			: [
					`Rules are being put into effect in the session of ${who}. That takes a few seconds, and must not be cut off.`,
				],
	};
}

/** What is said when a session does not let itself be taken over. */
export function unansweredWords({by, pid}: SessionView) {
	return {
		question: 'The other session does not answer.',
		paragraphs: [
			`It may have been stopped. To end the session of ${describePerson(by)}, end process ${pid}; what was answered is kept.`,
		],
	};
}

/** How a session that was looked on at ended, and what comes of it. */
export function describeSessionEnd(end: SessionEnd, view: SessionView): string {
	const who = describePerson(view.by);
	switch (end.state) {
		case 'left':
			return view.isApplied
				? `${who} has applied the rules, and has left the setup.`
				: `${who} has left the setup. What was answered there is kept.`;
		case 'lost':
			return `The session of ${who} was lost: its line dropped, or it was ended from outside. What was answered there, and what its last whole run has found, is kept.`;
		case 'taken-over':
			return `${describePerson(end.by)} goes on with the setup of ${who} in another session.`;
	}
}
