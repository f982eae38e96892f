import process from 'node:process';
import {type Address, parseAddress} from './addresses/address.js';
import {type DraftStore, draftStore} from './answers/draft-store.js';
import type {Answers} from './answers/schema.js';
import {type AnswersStore, answersStore} from './answers/store.js';
import type {Backend, BackendName} from './firewall/backend.js';
import {chooseBackend} from './firewall/choose-backend.js';
import {runCommand} from './host/command.js';
import {type HostFacts, readHostFacts} from './host/facts.js';
import {type Lock, takeLock} from './host/lock.js';
import {type Paths, pathsFor} from './host/paths.js';
import {currentPerson} from './host/person.js';
import {type NameAnswer, type NameSources, resolveName} from './host/resolver.js';
import {findSshClient} from './host/session.js';
import {readTcpSockets} from './host/tcp-table.js';
import {askTime} from './probes/ask-time.js';
import {dialTcp} from './probes/dial-tcp.js';
import type {ProbeNetwork} from './probes/network.js';
import {type ResultsStore, resultsStore} from './probes/results-store.js';

/** The machine that the program runs on, as a value: a test hands in a recorded one. */
export type Machine = {
	readonly facts: HostFacts;
	readonly paths: Paths;
	readonly backend: Backend;
	readonly answers: AnswersStore;
	readonly drafts: DraftStore;
	readonly results: ResultsStore;
	/** Where this SSH session comes from; undefined at a console. */
	readonly sshClient: Address | undefined;
	/**
	 * Keeps other sessions from changing this server until it is released.
	 * @throws Failure `busy`, naming the session that is
	 */
	readonly takeLock: (doing: string) => Promise<Lock>;
	/** In milliseconds since 1970. */
	readonly now: () => number;
	/** The DNS servers that these answers use. */
	readonly resolversFor: (answers: Answers) => readonly Address[];
	/** The network as these answers use it; a name is looked up once. */
	readonly networkFor: (answers: Answers) => ProbeNetwork;
};

export type MachineOptions = {
	readonly root: string | undefined;
	readonly backend: BackendName | undefined;
};

/** The real machine. */
export async function openMachine({root, backend}: MachineOptions): Promise<Machine> {
	const isRoot = process.getuid?.() === 0;
	const paths = pathsFor(root, isRoot, process.env);
	const [facts, sshClient, chosen] = await Promise.all([
		readHostFacts(runCommand),
		findSshClient(process.pid),
		chooseBackend({wanted: backend, root, isRoot, paths, run: runCommand}),
	]);
	const resolversFor = ({dns}: Answers) =>
		dns.servers.length > 0
			? dns.servers.flatMap(text => parseAddress(text) ?? [])
			: facts.resolvers;
	return {
		facts,
		paths,
		backend: chosen,
		answers: answersStore(paths.config),
		drafts: draftStore(paths.state),
		results: resultsStore(paths.state),
		sshClient,
		takeLock: doing =>
			takeLock(paths.state, {
				person: currentPerson(sshClient),
				pid: process.pid,
				since: new Date().toISOString(),
				doing,
			}),
		now: Date.now,
		resolversFor,
		networkFor: answers => ({
			resolve: nameResolver({servers: resolversFor(answers), hosts: facts.hosts}),
			dialTcp,
			askTime,
			readTcpSockets,
		}),
	};
}

/** Remembers each answer: a run asks for the same name more than once. */
function nameResolver(sources: NameSources): (name: string) => Promise<NameAnswer> {
	const asked = new Map<string, Promise<NameAnswer>>();
	return name => {
		const answer = asked.get(name) ?? resolveName(name, sources);
		asked.set(name, answer);
		return answer;
	};
}
