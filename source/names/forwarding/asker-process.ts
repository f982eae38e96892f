import {spawn} from 'node:child_process';
import {once} from 'node:events';
import type {OwnCommand} from '../../host/own-command.js';
import {type FromAsker, readFromAsker, type ToAsker} from './messages.js';

/** The process that talks with the DNS (`forward-names`). */
export type Asker = {
	/** Does nothing once it has ended. */
	readonly tell: (message: ToAsker) => void;
	readonly onMessage: (hear: (message: FromAsker) => void) => void;
	readonly ended: Promise<void>;
	/** It ends by itself once nobody can permit anything; one that hangs is ended. */
	readonly letGo: () => void;
};

/** How long it may take to end by itself, in milliseconds. */
const patience = 1000;

export function startAskerProcess([file, ...own]: OwnCommand): Asker {
	const child = spawn(file, [...own, 'forward-names'], {
		cwd: '/',
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	// One that could not be started says so by ending.
	child.on('error', () => undefined);
	const ended = Promise.race([once(child, 'exit'), once(child, 'error')]).then(
		() => undefined,
		() => undefined,
	);
	return {
		tell(message) {
			if (child.connected) {
				child.send(message, () => undefined);
			}
		},
		onMessage(hear) {
			child.on('message', sent => {
				const message = readFromAsker(sent);
				if (message !== undefined) {
					hear(message);
				}
			});
		},
		ended,
		letGo() {
			if (child.connected) {
				child.disconnect();
			}

			// It would keep the port.
			setTimeout(() => child.kill('SIGKILL'), patience).unref();
		},
	};
}
