import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Layer} from '../../source/firewall/layer.js';
import {monotonicNow} from '../../source/host/boot.js';
import {isThere} from '../../source/host/files.js';
import type {Policy} from '../../source/policy/policy.js';
import type {BeginContext, TrialRequest} from '../../source/transaction/begin-trial.js';
import {guardTrial} from '../../source/transaction/guard.js';
import {noteStep} from '../../source/transaction/journal.js';
import {
	type Transactions,
	transactionsOn,
} from '../../source/transaction/transactions.js';
import {sampleAnswers, samplePolicy, temporaryFolder} from '../helpers/sample.js';

export const person = {user: 'jsmith', from: '10.40.0.7'} as const;

/** What may go wrong: each is called instead of nothing, and may throw. */
export type LabFaults = {
	onLoad?: () => void;
	onVerify?: () => void;
	onRestore?: () => void;
	onSettle?: () => void;
};

/** Transactions in a folder of their own, on a layer that is only imitated in memory. */
export type Lab = {
	readonly state: string;
	readonly context: BeginContext;
	readonly transactions: Transactions;
	/** What the imitated kernel holds. */
	readonly inEffect: () => string;
	/** What was asked of the machine, in order. */
	readonly asked: readonly string[];
	/** Whether a trial was pending, each time that the message of logins was written. */
	readonly toldLogins: readonly boolean[];
	readonly faults: LabFaults;
	readonly request: (parts?: Partial<TrialRequest>) => TrialRequest;
	/** Tells the guard to stop. */
	readonly stop: () => void;
	/** The end of the guard that was started last. */
	readonly guardEnd: () => Promise<void>;
};

export async function openLab(test: TestContext): Promise<Lab> {
	const folder = await temporaryFolder(test);
	const [state, run] = ['state', 'run'].map(name => join(folder, name)) as [
		string,
		string,
	];
	const asked: string[] = [];
	const toldLogins: boolean[] = [];
	const faults: LabFaults = {};
	const stop = new AbortController();
	let rules = 'old rules';
	let guard = Promise.resolve();
	const nameOf = ({rules: {length}}: Policy) => `policy of ${length} rules`;
	const mockLayer: Layer = {
		name: 'ruleset',
		artefactsOf: () => [],
		changesFor: async () => [],
		check: async () => undefined,
		snapshot: async () => rules,
		async load(policy) {
			rules = 'a mixture';
			faults.onLoad?.();
			rules = nameOf(policy);
		},
		async verify() {
			faults.onVerify?.();
			return 7;
		},
		async restore(before) {
			faults.onRestore?.();
			rules = before;
		},
	};
	const context: BeginContext = {
		state,
		run,
		layers: [mockLayer],
		note: noteStep,
		async announce(text) {
			asked.push(`announce ${text}`);
		},
		async tellLogins() {
			toldLogins.push(await isThere(join(state, 'trial')));
		},
		async saveForBoot(policy) {
			faults.onSettle?.();
			asked.push(`boot with ${nameOf(policy)}`);
		},
		answers: {
			path: join(folder, 'config.json'),
			read: async () => undefined,
			async save() {
				asked.push('save answers');
			},
			setAside: async () => '',
		},
		drafts: {
			read: async () => undefined,
			save: () => undefined,
			async discard() {
				asked.push('discard draft');
			},
		},
		prepareBoot: async () => undefined,
		async startGuard() {
			guard = guardTrial({
				...context,
				stop: stop.signal,
				openConnections: async () => ['10.40.0.7 50022'],
			});
			// Its end is asked for by those who want to know it.
			guard.catch(() => undefined);
		},
	};
	test.after(async () => {
		stop.abort();
		await guard.catch(() => undefined);
	});
	return {
		state,
		context,
		asked,
		toldLogins,
		faults,
		transactions: transactionsOn(context, async () => context),
		inEffect: () => rules,
		stop: () => stop.abort(),
		guardEnd: () => guard,
		request: (parts = {}) => ({
			policy: samplePolicy(),
			answers: sampleAnswers(),
			changes: ['add: viewers'],
			by: person,
			seconds: 60,
			layers: [mockLayer],
			...parts,
		}),
	};
}

/** What the new rules of a lab are called when they are in effect. */
export const newRules = `policy of ${samplePolicy().rules.length} rules`;

/** How long until a moment of this boot, in seconds. */
export const secondsUntil = (moment: number) => (moment - monotonicNow()) / 1000;
