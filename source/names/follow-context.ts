import type {Answers} from '../answers/schema.js';
import {answersStore} from '../answers/store.js';
import {runCommand} from '../host/command.js';
import {readNameSources} from '../host/name-sources.js';
import {ownCommand} from '../host/own-command.js';
import type {Paths} from '../host/paths.js';
import {observerIn} from '../observation/observer.js';
import {forwarderPort} from '../policy/forwarder-place.js';
import {foldersIn} from '../transaction/folders.js';
import {readCandidate} from '../transaction/generations.js';
import {serversToAsk} from './ask-servers.js';
import {askAddresses} from './dns/ask-server.js';
import {usualBounds} from './follow-bounds.js';
import type {FollowContext} from './follow-names.js';
import {startForwarder} from './forwarding/forwarder.js';

/** What names on this machine are followed with. */
export function followContext(paths: Paths): Omit<FollowContext, 'stop'> {
	return {
		folders: paths,
		command: runCommand,
		bounds: usualBounds,
		async readSources() {
			const [answers, {servers, hosts}] = await Promise.all([
				answersInEffect(paths),
				readNameSources(),
			]);
			return {servers: serversToAsk(answers, servers), hosts};
		},
		startForwarder: (servers, onAnswer) =>
			startForwarder({
				servers,
				port: forwarderPort,
				onAnswer,
				own: ownCommand(),
				command: runCommand,
			}),
		askDirectly: askAddresses,
		observer: observerIn({state: paths.state, command: runCommand, now: Date.now}),
	};
}

/** Those on trial while there is a trial; undefined where there are none that can be read. */
async function answersInEffect({state, config}: Paths): Promise<Answers | undefined> {
	try {
		const candidate = await readCandidate(foldersIn(state).trial);
		return candidate?.answers ?? (await answersStore(config).read());
	} catch {
		return undefined;
	}
}
