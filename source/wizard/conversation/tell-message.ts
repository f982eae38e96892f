import {ownAddresses} from '../../host/facts.js';
import type {ProbeRun} from '../../probes/probe-result.js';
import {messageFor} from '../../reports/message-for.js';
import {nameOfParty, partiesIn} from '../../reports/party.js';
import {documentName} from '../document-name.js';
import {choose} from './choose.js';
import type {Conversation} from './conversation.js';
import {offerToSave} from './offer-to-save.js';

/** Reads out the text for one of those who must act. */
export async function tellMessage(
	conversation: Conversation,
	hostname: string,
	run: ProbeRun,
): Promise<void> {
	const {talk, machine} = conversation;
	const parties = partiesIn(run.results);
	if (parties.length === 0) {
		talk.tell('Nobody has to act, so there is no message.');
		return;
	}

	talk.tell('For whom is the message?');
	const choice = await choose(talk, {
		options: parties.map((party, index) => ({
			label: nameOfParty(party),
			value: String(index),
		})),
	});
	const party = parties[Number(choice)];
	if (party !== undefined) {
		const server = {hostname, from: ownAddresses(machine.facts)};
		const text = messageFor(party, run, server);
		talk.tell('', ...text.trimEnd().split('\n'), '');
		const name = documentName(party.owner, machine.now());
		await offerToSave(conversation, {name, contentFor: () => text});
	}
}
