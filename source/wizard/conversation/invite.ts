import type {Surroundings} from '../../host/surroundings.js';
import type {InvitationProps, Wish} from '../invitation.js';
import {
	addressesInWords,
	holderInWords,
	invitation,
	keysOf,
} from '../words/invitation.js';
import type {Heard, Talk} from './talk.js';

/** Waits until somebody wants something, or the server is configured; tells what changes. */
export async function invite(
	{first, news, notice}: Omit<InvitationProps, 'marks'>,
	talk: Talk,
): Promise<Wish> {
	let now = first;
	talk.tell(invitation.headline, invitation.purpose, ...notice, ...inWords(now));
	let next = news.next();
	while (!now.isConfigured) {
		const changed = new AbortController();
		void next.then(() => changed.abort());
		const heard = await talk.ask(promptFor(now), {signal: changed.signal});
		if (heard.kind === 'withdrawn') {
			const before = inWords(now);
			now = (await next).value ?? now;
			next = news.next();
			talk.tell(...inWords(now).filter(sentence => !before.includes(sentence)));
			continue;
		}

		const wish = wishIn(heard, now);
		if (wish !== undefined) {
			return wish;
		}

		talk.tell('That was not understood.');
	}

	return 'configured';
}

/** What may change, a sentence each. */
function inWords(surroundings: Surroundings): readonly string[] {
	const {hostname} = surroundings.facts;
	const holder = holderInWords(surroundings);
	return [
		`Host name: ${hostname}.`,
		`Addresses: ${addressesInWords(surroundings)}.`,
		...(holder === undefined
			? ['Nobody is in the setup.']
			: [holder, invitation.byItself]),
	];
}

function promptFor(surroundings: Surroundings): string {
	const {enter, l} = keysOf(surroundings);
	return enter === undefined
		? `Type L for a ${l}: `
		: `Press Enter to ${enter}, or type L for a ${l}: `;
}

function wishIn(heard: Heard, surroundings: Surroundings): Wish | undefined {
	if (heard.kind !== 'line') {
		return 'log-in';
	}

	switch (heard.text.trim().toLowerCase()) {
		case '':
			return keysOf(surroundings).enter === undefined ? undefined : 'set-up';
		case 'l':
		case 'q':
		case 'quit':
			return 'log-in';
		default:
			return undefined;
	}
}
