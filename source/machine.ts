import process from 'node:process';
import {type Address, type Family, parseAddress} from './addresses/address.js';
import type {DraftStore} from './answers/draft-store.js';
import {loginsIn} from './answers/logins.js';
import {savedLogins} from './answers/saved-logins.js';
import type {Answers} from './answers/schema.js';
import type {AnswersStore} from './answers/store.js';
import {Failure} from './failure.js';
import type {Backend, BackendName} from './firewall/backend.js';
import {chooseBackend} from './firewall/choose-backend.js';
import {fillNames} from './firewall/fill-names.js';
import type {KnockWatch} from './firewall/knocks/knock.js';
import {watchKnocks} from './firewall/knocks/watch-knocks.js';
import {ownFollower} from './firewall/own-follower.js';
import {renderRuleset} from './firewall/ruleset.js';
import {packetLimiter} from './firewall/small-packets.js';
import {runCommand} from './host/command.js';
import {readDefaultRoutes} from './host/default-routes.js';
import {type Documents, documentsOf} from './host/documents.js';
import {type HostFacts, readHostFacts} from './host/facts.js';
import {type Keyring, ownKeyring} from './host/keyring.js';
import {beforeTheEnd} from './host/last-acts.js';
import {type Lock, takeLock} from './host/lock.js';
import {namesOfAddress} from './host/names-of-address.js';
import {ownCommand} from './host/own-command.js';
import {type Paths, pathsFor} from './host/paths.js';
import {currentPerson, type Person} from './host/person.js';
import {findSshSession, type SshSession} from './host/session.js';
import {type Sources, sources} from './host/sources.js';
import {
	type InboundConnection,
	inboundConnections,
	readTcpSockets,
} from './host/tcp-table.js';
import {type TextFiles, textFiles} from './host/text-files.js';
import {nameResolver} from './names/name-resolver.js';
import {type Names, namesOn} from './names/names.js';
import type {Observation} from './observation/observation.js';
import {type ObservationPlace, observationOn} from './observation/observe-here.js';
import type {Policy} from './policy/policy.js';
import {askDns} from './probes/dns/ask-dns.js';
import {answerOn} from './probes/inbound/answer-on.js';
import type {AnswerOn} from './probes/inbound/stand-ins.js';
import {logIn} from './probes/log-in.js';
import type {ProbeNetwork} from './probes/network.js';
import {type ProxyLogin, proxyLoginOf, withoutLogin} from './probes/proxy/proxy-login.js';
import {type ResultsStore, resultsStore} from './probes/results-store.js';
import {askBrowser} from './probes/sql/ask-browser.js';
import {prepareTls} from './probes/tls/start-tls.js';
import {travel} from './probes/travel.js';
import {refuseContradictions} from './rehearsal/contradiction.js';
import {rehearsalFor} from './rehearsal/rehearsal.js';
import {rehearse} from './rehearsal/rehearse.js';
import {type Transactions, transactionsOn} from './transaction/transactions.js';
import {transactionContext} from './transaction-context.js';

/** The machine that the program runs on, as a value: a test hands in a recorded one. */
export type Machine = {
	readonly facts: HostFacts;
	readonly paths: Paths;
	readonly backend: Backend;
	readonly answers: AnswersStore;
	readonly drafts: DraftStore;
	readonly results: ResultsStore;
	readonly transactions: Transactions;
	/** Who runs this program. */
	readonly person: Person;
	/** The SSH session that it runs in; undefined at a console. */
	readonly sshSession: SshSession | undefined;
	/** Who is connected to this server now. */
	readonly inboundConnections: () => Promise<readonly InboundConnection[]>;
	/**
	 * Sends real packets through the rules of a policy, in a network of their own.
	 * @throws Failure `firewall.refused`
	 */
	readonly rehearse: (policy: Policy) => Promise<void>;
	/** Makes a policy come back after a restart. */
	readonly saveForBoot: (policy: Policy) => Promise<void>;
	/**
	 * Keeps other sessions from changing this server until it is released.
	 * @throws Failure `busy`, naming the session that is
	 */
	readonly takeLock: (doing: string) => Promise<Lock>;
	/** Counts in the kernel who knocks on ports; undefined without root or nftables. */
	readonly watchKnocks: ((ports: readonly number[]) => KnockWatch) | undefined;
	/** The names in the rules, whose addresses come and go; undefined without root or nftables. */
	readonly names: Names | undefined;
	/** Counts where this server goes; undefined without root or nftables. */
	readonly observation: Observation | undefined;
	readonly answerOn: AnswerOn;
	/** Files that the user names, to be read. */
	readonly textFiles: TextFiles;
	/** Files that the user wants written. */
	readonly documents: Documents;
	/** What evidence for support is read from. */
	readonly sources: Sources;
	/** The passwords that answers say where to find. */
	readonly keyring: Keyring;
	/** In milliseconds since 1970. */
	readonly now: () => number;
	/** The address families in which this machine knows a way to everywhere. */
	readonly defaultRoutes: () => Promise<readonly Family[]>;
	/** The DNS servers that these answers use. */
	readonly resolversFor: (answers: Answers) => readonly Address[];
	/** The network as these answers use it; a name is looked up once. */
	readonly networkFor: (answers: Answers, options?: NetworkOptions) => ProbeNetwork;
};

export type NetworkOptions = {
	/** Whether rules may come and go for a probe: not before anything was reviewed. */
	readonly mayAddRules: boolean;
	/** Whether a proxy is told its login: not one whose address is being typed. */
	readonly mayLogIn: boolean;
};

/** What is another one where nobody has logged in. */
export type MachineParts = Partial<Pick<Machine, 'person' | 'textFiles' | 'documents'>>;

export type MachineOptions = MachineParts & {
	readonly root: string | undefined;
	readonly backend: BackendName | undefined;
	/** The answers that this run was given in files. */
	readonly given?: Answers | undefined;
};

/** The real machine. */
export async function openMachine({
	root,
	backend,
	given,
	...parts
}: MachineOptions): Promise<Machine> {
	const isRoot = process.getuid?.() === 0;
	const paths = pathsFor(root, isRoot, process.env);
	const own = ownCommand();
	// Before any program is started.
	ownKeyring.take([...loginsIn(given), ...(await savedLogins(paths))]);
	const [facts, sshSession, chosen] = await Promise.all([
		readHostFacts(runCommand),
		findSshSession(process.pid),
		chooseBackend({wanted: backend, root, isRoot, paths, run: runCommand, own}),
	]);
	const resolversFor = ({dns}: Answers) =>
		dns.servers.length > 0
			? dns.servers.flatMap(text => parseAddress(text) ?? [])
			: facts.resolvers;
	const limitPackets = chosen.name === 'nftables' ? packetLimiter(runCommand) : undefined;
	const person = parts.person ?? currentPerson(sshSession);
	const connections = async () => inboundConnections(await readTcpSockets());
	const context = transactionContext(paths, root);
	const results = resultsStore(paths.state);
	const follower = ownFollower({root: root ?? '/', own, command: runCommand});
	const observing: ObservationPlace = {
		...{state: paths.state, command: runCommand, now: Date.now},
		startFollower: follower.begin,
		askFollower: follower.look,
	};
	const thenTell =
		<Value>(save: (value: Value) => Promise<void>) =>
		async (value: Value) => {
			await save(value);
			await context.tellLogins();
		};

	return {
		facts,
		paths,
		backend: chosen,
		answers: {...context.answers, save: thenTell(context.answers.save)},
		drafts: context.drafts,
		results: {...results, save: thenTell(results.save)},
		transactions: transactionsOn(context),
		person,
		sshSession,
		inboundConnections: connections,
		async rehearse(policy) {
			const clients = (await connections()).map(({peer, port}) => ({
				address: peer,
				port,
			}));
			const rehearsal = rehearsalFor(policy, {facts, clients});
			const options = {run: runCommand, ownCommand: own};
			const script = `${renderRuleset(policy)}${fillNames(policy.rules)}`;
			refuseContradictions(await rehearse(rehearsal, script, options));
		},
		saveForBoot: context.saveForBoot,
		takeLock: doing =>
			takeLock(paths.state, {
				person,
				pid: process.pid,
				since: new Date().toISOString(),
				doing,
			}),
		watchKnocks: chosen.name === 'nftables' ? startKnockWatch : undefined,
		names: chosen.name === 'nftables' ? namesOn(follower, paths) : undefined,
		observation: chosen.name === 'nftables' ? observationOn(observing) : undefined,
		answerOn,
		now: Date.now,
		defaultRoutes: readDefaultRoutes,
		textFiles: parts.textFiles ?? textFiles,
		documents: parts.documents ?? documentsOf(),
		sources,
		keyring: ownKeyring,
		resolversFor,
		networkFor(answers, {mayAddRules, mayLogIn} = {mayAddRules: true, mayLogIn: true}) {
			const {hostname} = answers.server;
			const logInToProxy = proxyLoginFor(answers, mayLogIn ? ownKeyring : noPasswords);
			return {
				prepare: prepareTls,
				resolve: nameResolver(
					{servers: resolversFor(answers), hosts: facts.hosts},
					follower.report,
				),
				namesOf: address => namesOfAddress(address, resolversFor(answers)),
				travel: (way, errand, signal) =>
					travel(way, errand, {
						hostname,
						signal,
						limitPackets: mayAddRules ? limitPackets : undefined,
						logInToProxy,
					}),
				askDns,
				askSqlBrowser: askBrowser,
				logIn: (address, errand, signal) => logIn(address, errand, {hostname, signal}),
				readTcpSockets,
			};
		},
	};
}

function proxyLoginFor(
	{proxy: {login}}: Answers,
	keyring: Pick<Keyring, 'passwordOf'>,
): ProxyLogin {
	return login === undefined
		? withoutLogin
		: proxyLoginOf(login.user, () => keyring.passwordOf(login));
}

const noPasswords: Pick<Keyring, 'passwordOf'> = {
	async passwordOf() {
		throw new Failure('usage', 'No password is sent while an address is typed.');
	},
};

/** Nothing is left of it either when a signal ends this program. */
function startKnockWatch(ports: readonly number[]): KnockWatch {
	const {read, stop} = watchKnocks(runCommand, ports);
	const callOff = beforeTheEnd(stop);
	return {
		read,
		async stop() {
			try {
				await stop();
			} finally {
				callOff();
			}
		},
	};
}
