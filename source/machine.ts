import process from 'node:process';
import {type Address, parseAddress} from './addresses/address.js';
import {type DraftStore, draftStore} from './answers/draft-store.js';
import type {Answers} from './answers/schema.js';
import {type AnswersStore, answersStore} from './answers/store.js';
import type {Backend, BackendName} from './firewall/backend.js';
import {chooseBackend} from './firewall/choose-backend.js';
import {runCommand} from './host/command.js';
import {type HostFacts, readHostFacts} from './host/facts.js';
import {type Paths, pathsFor} from './host/paths.js';
import {resolveName} from './host/resolver.js';
import {sshClient} from './host/session.js';
import {readTcpSockets} from './host/tcp-table.js';
import type {ResolvedNames} from './policy/policy.js';
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
	/** In milliseconds since 1970. */
	readonly now: () => number;
	/** The DNS servers that these answers use. */
	readonly resolversFor: (answers: Answers) => readonly Address[];
	readonly resolveNames: (
		names: readonly string[],
		answers: Answers,
	) => Promise<ResolvedNames>;
	readonly probeNetwork: (answers: Answers) => ProbeNetwork;
};

export type MachineOptions = {
	readonly root: string | undefined;
	readonly backend: BackendName | undefined;
};

/** The real machine. */
export async function openMachine({root, backend}: MachineOptions): Promise<Machine> {
	const isRoot = process.getuid?.() === 0;
	const paths = pathsFor(root, isRoot, process.env);
	const [facts, chosen] = await Promise.all([
		readHostFacts(runCommand),
		chooseBackend({wanted: backend, root, isRoot, paths, run: runCommand}),
	]);
	const resolversFor = ({dns}: Answers) =>
		dns.servers.length > 0
			? dns.servers.flatMap(text => parseAddress(text.trim()) ?? [])
			: facts.resolvers;
	const resolve = (name: string, answers: Answers) =>
		resolveName(name, {servers: resolversFor(answers), hosts: facts.hosts});
	return {
		facts,
		paths,
		backend: chosen,
		answers: answersStore(paths.config),
		drafts: draftStore(paths.state),
		results: resultsStore(paths.state),
		sshClient: sshClient(process.env),
		now: Date.now,
		resolversFor,
		async resolveNames(names, answers) {
			const entries = names.map(async name => {
				const answer = await resolve(name, answers);
				return [name, answer.outcome === 'answered' ? answer.addresses : []] as const;
			});
			return new Map(await Promise.all(entries));
		},
		probeNetwork: answers => ({
			resolve: name => resolve(name, answers),
			dialTcp,
			askTime,
			readTcpSockets,
		}),
	};
}
