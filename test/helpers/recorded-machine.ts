import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import type {SavedDraft} from '../../source/answers/draft-store.js';
import {type Answers, answersSchema} from '../../source/answers/schema.js';
import {Failure} from '../../source/failure.js';
import {
	type Backend,
	type BackendName,
	type InEffect,
	nothingInEffect,
} from '../../source/firewall/backend.js';
import type {Knocks, KnockWatch} from '../../source/firewall/knocks/knock.js';
import type {Layer} from '../../source/firewall/layer.js';
import {planChanges} from '../../source/firewall/plan.js';
import type {Documents} from '../../source/host/documents.js';
import type {HostFacts} from '../../source/host/facts.js';
import {keyringOf} from '../../source/host/keyring.js';
import type {InboundConnection} from '../../source/host/tcp-table.js';
import type {TextFiles} from '../../source/host/text-files.js';
import type {Machine} from '../../source/machine.js';
import type {NamesReport} from '../../source/names/followed-name.js';
import type {Names} from '../../source/names/names.js';
import type {Observation} from '../../source/observation/observation.js';
import type {Observed} from '../../source/observation/observed.js';
import type {Policy} from '../../source/policy/policy.js';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import type {Generation} from '../../source/transaction/generations.js';
import type {Pending, Undone} from '../../source/transaction/transactions.js';
import {
	addressOf,
	type NetworkRecord,
	recordedNetwork,
} from '../probes/recorded-network.js';
import {recordedSources, type SourcesRecord} from './recorded-sources.js';
import {
	exampleRecord,
	type RecordedTrial,
	recordedTransactions,
} from './recorded-transactions.js';

/** The answers of `assets/answers.example.yaml`. */
export const exampleAnswers: Answers = answersSchema.parse(
	parse(readFileSync('assets/answers.example.yaml', 'utf8')),
);

export const exampleFacts: HostFacts = {
	hostname: 'analytics.uni.edu',
	addresses: [addressOf('10.10.0.10')],
	resolvers: [addressOf('10.62.0.53')],
	hosts: new Map(),
	timeServers: [],
	usesDhcp: {4: false, 6: false},
};

/** What a recorded machine knows, and how what is done to it ends. */
export type MachineRecord = {
	readonly facts?: HostFacts;
	readonly backend?: BackendName;
	readonly network?: NetworkRecord;
	readonly sshClient?: string;
	readonly inEffect?: InEffect;
	readonly saved?: Answers;
	readonly results?: ProbeRun;
	/** Other machines that are connected, `10.40.0.8 22`. */
	readonly connected?: readonly string[];
	/** Waited for in the middle of an apply; fails the apply when it is rejected. */
	readonly applying?: () => Promise<void>;
	/** What saving the answers fails with. */
	readonly saveFailure?: Failure;
	/** Documents that are there already, by their paths. */
	readonly documents?: Readonly<Record<string, string>>;
	/** What saving a document fails with. */
	readonly documentFailure?: Failure;
	/** What else has a say about packets. */
	readonly neighbours?: readonly string[];
	/** Another session's trial. */
	readonly pending?: Pending;
	readonly undone?: Undone;
	readonly generations?: readonly Generation[];
	/** Who has knocked, at each reading from the first one on; the last one stays. */
	readonly knocks?: readonly Knocks[];
	/** What is told of the names that are followed; undefined where nobody follows them. */
	readonly names?: NamesReport;
	/** What was seen of where this server goes; undefined where nobody observed it. */
	readonly observed?: Observed;
	/** Files that can be imported, with what is in them. */
	readonly files?: Readonly<Record<string, string | Promise<string>>>;
	/** What evidence is read from; nothing is there unless told. */
	readonly sources?: SourcesRecord;
	/** What the environment holds. */
	readonly environment?: Readonly<Record<string, string>>;
	/** The ports on which a program listens already when a stand-in is to answer. */
	readonly taken?: readonly number[];
};

export type RecordedMachine = Machine & {
	/** What was asked of it, in order: `apply`, `save answers`, `dial 192.0.2.1:443`… */
	readonly asked: readonly string[];
	readonly lastDraft: () => SavedDraft | undefined;
	/** The trial that was begun last. */
	readonly lastTrial: () => RecordedTrial | undefined;
};

/** A machine made of data, which writes down what it was asked and touches nothing. */
export function recordedMachine(record: MachineRecord = {}): RecordedMachine {
	const asked: string[] = [];
	const {facts = exampleFacts, network = {}, sshClient, saveFailure} = record;
	const {backend, knocks = [], taken = []} = record;
	let {saved, results} = record;
	let draft: SavedDraft | undefined;
	const probeNetwork = recordedNetwork(network, asked);
	const saveAnswers = async (answers: Answers) => {
		asked.push('save answers');
		if (saveFailure !== undefined) {
			throw saveFailure;
		}

		saved = answers;
	};

	const {lastTrial, ...transactions} = recordedTransactions(
		{...record, onKept: saveAnswers},
		asked,
	);
	return {
		asked,
		lastDraft: () => draft,
		lastTrial,
		facts,
		paths: {
			config: '/etc/analytics-setup',
			state: '/var/lib/analytics-setup',
			run: '/run/analytics-setup',
			loginMessage: '/run/motd.d/analytics-setup',
		},
		backend: recordedBackend(record, asked),
		transactions,
		answers: {
			path: '/etc/analytics-setup/config.json',
			read: async () => saved,
			save: saveAnswers,
			setAside: async () => '/etc/analytics-setup/config.json.damaged',
		},
		drafts: {
			read: async () => draft,
			save(next) {
				draft = next;
			},
			async discard() {
				asked.push('discard draft');
				draft = undefined;
			},
		},
		results: {
			read: async () => results,
			async save(run) {
				asked.push('save results');
				results = run;
			},
		},
		person: {user: 'root', from: sshClient},
		sshSession:
			sshClient === undefined
				? undefined
				: {client: addressOf(sshClient), clientPort: 50_022, port: 22},
		inboundConnections: async () => (record.connected ?? []).map(connectionOf),
		async rehearse() {
			asked.push('rehearse');
		},
		takeLock: async () => ({release: async () => undefined}),
		watchKnocks: backend === 'files' ? undefined : () => recordedKnocks(knocks, asked),
		names: backend === 'files' ? undefined : recordedNames(record, asked),
		observation: backend === 'files' ? undefined : recordedObservation(record, asked),
		async answerOn(port) {
			asked.push(`answer on ${port}`);
			return taken.includes(port)
				? undefined
				: {
						async close() {
							asked.push(`close ${port}`);
						},
					};
		},
		now: () => Date.UTC(2026, 10, 22, 14, 2, 11),
		documents: recordedDocuments(record, asked),
		sources: recordedSources(record.sources),
		defaultRoutes: async () => [4, 6],
		textFiles: recordedFiles(record.files),
		keyring: keyringOf({
			environment: {...record.environment},
			openFiles: new Set(),
		}),
		resolversFor: () => facts.resolvers,
		networkFor: () => probeNetwork,
	};
}

/** `10.40.0.8 22`. */
export function connectionOf(text: string): InboundConnection {
	const [peer = '', port = ''] = text.split(' ');
	return {peer: addressOf(peer), peerPort: 40_000, port: Number(port)};
}

function recordedFiles(files: NonNullable<MachineRecord['files']> = {}): TextFiles {
	return {
		async read(path) {
			return files[path] ?? Promise.reject(noFile);
		},
		complete: async path => Object.keys(files).filter(each => each.startsWith(path)),
	};
}

const noFile = new Failure('file.failed', 'There is no such file.');

function recordedDocuments(
	{documents = {}, documentFailure}: MachineRecord,
	asked: string[],
): Documents {
	const there = new Map<string, string | Uint8Array>(Object.entries(documents));
	return {
		home: '/root',
		async save(path, text, {mayReplace}) {
			asked.push(`save document ${path}`);
			if (documentFailure !== undefined) {
				throw documentFailure;
			}

			const isSaved = mayReplace || !there.has(path);
			if (isSaved) {
				there.set(path, text);
			}

			return {path, isSaved};
		},
	};
}

function recordedKnocks(readings: readonly Knocks[], asked: string[]): KnockWatch {
	let count = 0;
	return {
		async read() {
			asked.push('read knocks');
			const reading = readings[Math.min(count, readings.length - 1)];
			count += 1;
			return reading ?? {knocks: [], fullPorts: []};
		},
		async stop() {
			asked.push('stop knocks');
		},
	};
}

function recordedNames({names}: MachineRecord, asked: string[]): Names {
	return {
		report: async () => names,
		async refresh() {
			asked.push('refresh names');
			return names ?? {way: 'asking', because: undefined, names: []};
		},
	};
}

function recordedObservation({observed}: MachineRecord, asked: string[]): Observation {
	let seen = observed;
	return {
		async start() {
			asked.push('start observation');
			seen ??= {
				since: Date.UTC(2026, 10, 22, 14, 2, 11),
				until: undefined,
				destinations: [],
				isFull: false,
				trouble: undefined,
			};
		},
		async stop() {
			asked.push('stop observation');
		},
		read: async () => seen,
	};
}

function recordedBackend(
	{
		backend: name = 'nftables',
		inEffect: before,
		applying,
		neighbours = [],
	}: MachineRecord,
	asked: string[],
): Backend {
	let inEffect = before;
	const readInEffect = async () => inEffect;
	const artefactsOf = ({rules}: Policy) => [
		{path: '/etc/analytics-setup/ruleset.nft', content: `# ${rules.length} rules\n`},
	];
	const load = async ({rules, guardedPorts}: Policy) => {
		asked.push('load');
		inEffect = {
			rules: rules.map(rule => ({...rule, packets: 0})),
			guardedPorts,
			oddities: [],
		};
	};

	const place = '/etc/analytics-setup';
	if (name === 'files') {
		const write = async (policy: Policy) => {
			await applying?.();
			await load(policy);
		};

		return {
			name,
			place,
			readInEffect,
			artefactsOf: async policy => artefactsOf(policy),
			write,
		};
	}

	const layer: Layer = {
		name: 'ruleset',
		artefactsOf,
		changesFor: async policy => planChanges(policy, inEffect ?? nothingInEffect),
		check: async () => undefined,
		snapshot: async () => '',
		load,
		verify: async () => 214,
		async restore() {
			asked.push('restore');
			inEffect = before;
		},
	};
	return {
		name,
		place,
		readInEffect,
		artefactsOf: async policy => artefactsOf(policy),
		layers: [layer],
		layersInUse: async () => [layer],
		neighbours: async () => neighbours,
	};
}

/** A configuration that was kept, with the example's answers. */
export function recordedGeneration(number: number, policy: Policy): Generation {
	return {
		number,
		folder: `/var/lib/analytics-setup/generations/000${number}`,
		record: {...exampleRecord, number},
		ending: {
			kind: 'kept',
			at: '2026-11-20T14:02:11.000Z',
			by: {user: 'jsmith', from: '10.40.0.7'},
			proof: {kind: 'keypress', from: '10.40.0.7'},
		},
		policy,
		answers: exampleAnswers,
	};
}
