import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import type {SavedDraft} from '../../source/answers/draft-store.js';
import {type Answers, answersSchema} from '../../source/answers/schema.js';
import type {Failure} from '../../source/failure.js';
import {
	applyStages,
	type Backend,
	type BackendName,
	type InEffect,
} from '../../source/firewall/backend.js';
import type {HostFacts} from '../../source/host/facts.js';
import type {Machine} from '../../source/machine.js';
import type {ProbeRun} from '../../source/probes/probe-result.js';
import {
	addressOf,
	type NetworkRecord,
	recordedNetwork,
} from '../probes/recorded-network.js';

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
	/** Waited for in the middle of an apply; fails the apply when it is rejected. */
	readonly applying?: () => Promise<void>;
	/** What saving the answers fails with. */
	readonly saveFailure?: Failure;
};

export type RecordedMachine = Machine & {
	/** What was asked of it, in order: `apply`, `save answers`, `dial 192.0.2.1:443`… */
	readonly asked: readonly string[];
	readonly lastDraft: () => SavedDraft | undefined;
};

/** A machine made of data, which writes down what it was asked and touches nothing. */
export function recordedMachine(record: MachineRecord = {}): RecordedMachine {
	const asked: string[] = [];
	const {facts = exampleFacts, network = {}, sshClient, saveFailure} = record;
	let {saved, results} = record;
	let draft: SavedDraft | undefined;
	const probeNetwork = recordedNetwork(network, asked);
	return {
		asked,
		lastDraft: () => draft,
		facts,
		paths: {config: '/etc/analytics-setup', state: '/var/lib/analytics-setup'},
		backend: recordedBackend(record, asked),
		answers: {
			path: '/etc/analytics-setup/config.json',
			read: async () => saved,
			async save(answers) {
				asked.push('save answers');
				if (saveFailure !== undefined) {
					throw saveFailure;
				}

				saved = answers;
			},
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
		sshClient: sshClient === undefined ? undefined : addressOf(sshClient),
		takeLock: async () => ({release: async () => undefined}),
		now: () => Date.UTC(2026, 10, 22, 14, 2, 11),
		resolversFor: () => facts.resolvers,
		networkFor: () => probeNetwork,
	};
}

function recordedBackend(
	{backend: name = 'nftables', inEffect: before, applying}: MachineRecord,
	asked: string[],
): Backend {
	let inEffect = before;
	return {
		name,
		place: '/etc/analytics-setup',
		readInEffect: async () => inEffect,
		artefactsOf: ({rules}) => [
			{path: '/etc/analytics-setup/ruleset.nft', content: `# ${rules.length} rules\n`},
		],
		async apply({rules, guardedPorts}, onStage) {
			asked.push('apply');
			onStage(applyStages[0]);
			await applying?.();
			applyStages.slice(1).forEach(onStage);
			inEffect = {
				rules: rules.map(rule => ({...rule, packets: 0})),
				guardedPorts,
				oddities: [],
			};
		},
	};
}
