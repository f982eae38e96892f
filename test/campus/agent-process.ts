import {type ChildProcess, spawn} from 'node:child_process';
import process from 'node:process';
import {type Reply, readyId, type TaskName, type Tasks} from './agent/messages.js';

export type Ask = <Name extends TaskName>(
	task: Name,
	given: Tasks[Name]['given'],
) => Promise<Tasks[Name]['result']>;

/** Starts the process that is a host: its namespaces, and whoever acts inside them. */
export async function startAgent(name: string, program: string) {
	// `unshare` becomes the agent, so the process is the agent. A session of its own spares
	// it the Ctrl-C of the terminal: it has to outlive its parent to tidy up.
	const agent = spawn(
		'unshare',
		['--net', '--mount', '--uts', '--', process.execPath, '-', name],
		{stdio: ['pipe', 'ignore', 'inherit', 'ipc'], detached: true},
	);
	const exited = new Promise<void>(resolve => {
		agent.on('exit', () => resolve());
		agent.on('error', () => resolve());
	});
	agent.stdin?.end(program);
	const {ready, ask} = conversation(agent, name);
	await ready;
	return {
		pid: agent.pid ?? 0,
		ask,
		async close() {
			if (agent.connected) {
				agent.disconnect();
			}

			await exited;
		},
	};
}

function conversation(agent: ChildProcess, name: string) {
	const waiting = new Map<number, PromiseWithResolvers<unknown>>();
	let lastId = readyId;
	const wait = (id: number) => {
		const answer = Promise.withResolvers<unknown>();
		waiting.set(id, answer);
		return answer.promise;
	};
	agent.on('message', (reply: Reply) => {
		const answer = waiting.get(reply.id);
		waiting.delete(reply.id);
		if ('error' in reply) {
			answer?.reject(new Error(`${name}: ${reply.error}`));
		} else {
			answer?.resolve(reply.result);
		}
	});
	const end = (reason: unknown) => {
		for (const answer of waiting.values()) {
			answer.reject(new Error(`The host "${name}" has ended.`, {cause: reason}));
		}

		waiting.clear();
	};
	agent.on('exit', end);
	agent.on('error', end);
	const ask: Ask = (task, given) => {
		lastId += 1;
		const answer = wait(lastId) as Promise<Tasks[typeof task]['result']>;
		agent.send({id: lastId, task, given});
		return answer;
	};
	return {ready: wait(readyId), ask};
}
