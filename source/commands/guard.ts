import process from 'node:process';
import {ownCommand} from '../host/own-command.js';
import {pathsFor} from '../host/paths.js';
import {keepAlive} from '../host/start-apart.js';
import {connectionKey, inboundConnections, readTcpSockets} from '../host/tcp-table.js';
import {loadLateOnes} from '../late.js';
import {guardTrial} from '../transaction/guard.js';
import {transactionContext} from '../transaction-context.js';

export type GuardFlags = {
	readonly root?: string;
	/** Stay above the guard and start it again when it is killed. */
	readonly keepAlive?: true;
};

/** Owns the pending trial; started apart from every session. */
export async function guard({root, keepAlive: isKeeper}: GuardFlags): Promise<void> {
	// A terminal or a session that ends is none of its business.
	process.on('SIGHUP', () => undefined);
	process.on('SIGINT', () => undefined);
	if (isKeeper) {
		const flags = root === undefined ? [] : ['--root', root];
		await keepAlive(ownCommand(), ['guard', ...flags]);
		return;
	}

	// What is loaded late otherwise: the program may be replaced while a trial is pending.
	await loadLateOnes();
	const stop = new AbortController();
	// Not `once`: whoever looks after child processes raises a signal again that nobody
	// listens to any more.
	process.on('SIGTERM', () => stop.abort());
	const paths = pathsFor(root, true, process.env);
	await guardTrial({
		...transactionContext(paths, root),
		stop: stop.signal,
		openConnections,
	});
}

async function openConnections(): Promise<readonly string[]> {
	return inboundConnections(await readTcpSockets()).map(connectionKey);
}
