import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {Failure} from '../failure.js';
import {startAsker} from '../names/forwarding/asker.js';
import type {ToAsker} from '../names/forwarding/messages.js';

/**
 * How long questions are answered on when whoever permits the answers is gone, in
 * milliseconds: until programs ask the DNS itself again.
 */
const afterlife = 300;

/** Talks with the DNS for the programs of this server; a part of "follow-names". */
export function forwardNames(): void {
	if (process.send === undefined) {
		throw new Failure(
			'usage',
			'"forward-names" is a part of "follow-names", which runs it by itself.',
		);
	}

	const {hear, beAlone} = startAsker(message => {
		if (process.connected) {
			process.send?.(message);
		}
	});
	process.on('message', (message: ToAsker) => hear(message));
	process.on('disconnect', async () => {
		beAlone();
		await delay(afterlife);
		process.exit();
	});
}
