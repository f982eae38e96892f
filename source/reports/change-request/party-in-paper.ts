import {nameOfParty, type Party} from '../party.js';

/** Whoever must act, for readers of whom none sits at this server. */
export function partyInPaper(party: Party): string {
	return party.owner === 'this-host'
		? 'the administrator of this server'
		: nameOfParty(party);
}
