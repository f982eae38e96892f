import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {flowOn} from '../flow/flow.js';
import {type WatchedWork, watchWork} from '../flow/watch-work.js';
import {beforeTheEnd, whenTerminalIsGone} from '../host/last-acts.js';
import type {Lock} from '../host/lock.js';
import type {Machine} from '../machine.js';
import {sessionSocket} from '../session/messages.js';
import {openSessionHub, type SessionHub} from '../session/session-hub.js';

/** In milliseconds: how long work may go on without a terminal. */
const patience = 120_000;

export type SharedSession = SessionHub & Pick<WatchedWork, 'flow'>;

/**
 * Lets others look on at this session. When its terminal goes, it goes on until nothing is
 * under way.
 */
export async function shareSession(machine: Machine, lock: Lock): Promise<SharedSession> {
	const hub = await openSessionHub(
		sessionSocket(machine.paths),
		{
			state: 'open',
			by: machine.person,
			pid: process.pid,
			since: new Date(machine.now()).toISOString(),
			frame: '',
			columns: process.stdout.columns,
			rows: process.stdout.rows,
			page: null,
			isApplying: false,
			isOnTrial: false,
			isApplied: false,
			isLost: false,
		},
		lock,
	);
	const {flow, untilDone} = watchWork(flowOn(machine), isApplying =>
		hub.tell({isApplying}),
	);
	const undo = [
		beforeTheEnd(() => hub.end({state: 'lost'})),
		whenTerminalIsGone(async () => {
			hub.tell({isLost: true});
			await Promise.race([untilDone(), delay(patience, undefined, {ref: false})]);
		}),
	];
	return {
		...hub,
		flow,
		async end(how) {
			for (const callOff of undo) {
				callOff();
			}

			await hub.end(how);
		},
	};
}
