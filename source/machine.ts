import process from 'node:process';
import {type Address, type Family, parseAddress} from './addresses/address.js';
import type {Answers} from './answers/schema.js';
import type {KnockWatch} from './firewall/knocks/knock.js';
import {watchKnocks} from './firewall/knocks/watch-knocks.js';
import {packetLimiter} from './firewall/small-packets.js';
import {runCommand} from './host/command.js';
import {readDefaultRoutes} from './host/default-routes.js';
import {type Documents, documentsOf} from './host/documents.js';
import {type HostFacts, readHostFacts} from './host/facts.js';
import {type Keyring, ownKeyring} from './host/keyring.js';
import {beforeTheEnd} from './host/last-acts.js';
import type {Lock} from './host/lock.js';
import {ownCommand} from './host/own-command.js';
import {currentPerson, type Person} from './host/person.js';
import {findSshSession, type SshSession} from './host/session.js';
import {type Sources, sources} from './host/sources.js';
import {
	type InboundConnection,
	inboundConnections,
	readTcpSockets,
} from './host/tcp-table.js';
import {type TextFiles, textFiles} from './host/text-files.js';
import {late} from './late.js';
import {nameResolver} from './names/name-resolver.js';
import {type Observation, observeLater} from './observation/observation.js';
import {
	followerOf,
	type Place,
	type PlaceOptions,
	placeOf,
	takePasswords,
} from './place.js';
import type {Policy} from './policy/policy.js';
import {answerOn} from './probes/inbound/answer-on.js';
import type {AnswerOn} from './probes/inbound/stand-ins.js';
import {askLater, type ProbeNetwork} from './probes/network.js';

/** The machine that the program runs on, as a value: a test hands in a recorded one. */
export type Machine = Place & {
	readonly facts: HostFacts;
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
	/**
	 * Keeps other sessions from changing this server until it is released.
	 * @throws Failure `busy`, naming the session that is
	 */
	readonly takeLock: (doing: string) => Promise<Lock>;
	/** Counts in the kernel who knocks on ports; undefined without root or nftables. */
	readonly watchKnocks: ((ports: readonly number[]) => KnockWatch) | undefined;
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

export type MachineOptions = MachineParts & PlaceOptions;

const loadNetwork = late(() => import('./probes/own-network.js'));

/** The real machine. */
export async function openMachine(options: MachineOptions): Promise<Machine> {
	await takePasswords(options);
	return machineOn(placeOf(options), options);
}

/** The machine that a place is on, which may have to be found out yet. */
export async function machineOn(
	found: Place | Promise<Place>,
	{root, ...parts}: MachineParts & Pick<MachineOptions, 'root'>,
): Promise<Machine> {
	const [place, facts, sshSession] = await Promise.all([
		found,
		readHostFacts(runCommand),
		findSshSession(process.pid),
	]);
	const {paths, backend} = place;
	const isNftables = backend.name === 'nftables';
	const follower = followerOf(root);
	const person = parts.person ?? currentPerson(sshSession);
	const connections = async () => inboundConnections(await readTcpSockets());
	const resolversFor = ({dns}: Answers) =>
		dns.servers.length > 0
			? dns.servers.flatMap(text => parseAddress(text) ?? [])
			: facts.resolvers;

	return {
		...place,
		facts,
		person,
		sshSession,
		inboundConnections: connections,
		async rehearse(policy) {
			const {rehearsePolicy} = await import('./rehearsal/rehearse-policy.js');
			await rehearsePolicy(policy, {
				...{facts, connections: await connections()},
				...{run: runCommand, ownCommand: ownCommand()},
			});
		},
		async takeLock(doing) {
			const {takeLock} = await import('./host/lock.js');
			return takeLock(paths.state, {
				person,
				pid: process.pid,
				since: new Date().toISOString(),
				doing,
			});
		},
		watchKnocks: isNftables ? startKnockWatch : undefined,
		observation: isNftables
			? observeLater(async () => {
					const {observationOn} = await import('./observation/observe-here.js');
					return observationOn({
						...{state: paths.state, command: runCommand, now: place.now},
						startFollower: follower.begin,
						askFollower: follower.look,
					});
				})
			: undefined,
		answerOn,
		defaultRoutes: readDefaultRoutes,
		textFiles: parts.textFiles ?? textFiles,
		documents: parts.documents ?? documentsOf(),
		sources,
		keyring: ownKeyring,
		resolversFor,
		networkFor(answers, {mayAddRules, mayLogIn} = {mayAddRules: true, mayLogIn: true}) {
			const servers = resolversFor(answers);
			return {
				...askLater(async () => {
					const {ownNetwork} = await loadNetwork();
					return ownNetwork({
						...{answers, servers},
						limitPackets:
							isNftables && mayAddRules ? packetLimiter(runCommand) : undefined,
						keyring: mayLogIn ? ownKeyring : undefined,
					});
				}),
				resolve: nameResolver({servers, hosts: facts.hosts}, follower.report),
				readTcpSockets,
			};
		},
	};
}

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
