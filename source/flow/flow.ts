import type {Answers, Draft} from '../answers/schema.js';
import {catalogue} from '../catalogue/catalogue.js';
import {ownAddresses} from '../host/facts.js';
import {late} from '../late.js';
import type {Machine} from '../machine.js';
import type {Policy} from '../policy/policy.js';
import type {Login} from '../probes/login.js';
import type {ProbeContext} from '../probes/probe-context.js';
import type {ProbeResult, ProbeRun} from '../probes/probe-result.js';
import type {RunOptions} from '../probes/run-probes.js';
import {waysOut} from '../probes/ways-out.js';
import type {Site} from '../reports/site.js';
import type {Evidence, EvidenceOptions} from '../support/evidence.js';
import type {Generation} from '../transaction/generations.js';
import type {Applied, ApplyOptions} from './apply.js';
import {type Drift, findDrift} from './drift.js';
import {answersFor} from './inquiries/answers-for.js';
import type {Question, Reply} from './inquiries/inquiry.js';
import {readKernelRules} from './kernel-rules.js';
import type {LoginByReference} from './login-by-reference.js';
import {type Observing, observingOn} from './observing.js';
import {type Plan, planOf} from './plan.js';
import {type Policies, policiesOn} from './policies.js';
import type {InboundWatch} from './watch-inbound.js';

export type ProbeOptions = Omit<RunOptions, 'now'> & {readonly signal: AbortSignal};

export type AgainOptions = {
	readonly id: string;
	readonly results: readonly ProbeResult[];
	/** Changes the run as it is by then: others may have been tried meanwhile. */
	readonly change: (next: (run: ProbeRun) => ProbeRun) => ProbeRun;
	readonly signal: AbortSignal;
};

/**
 * What can be done with answers, in the order in which data runs: policy, plan, apply,
 * probe. Knows no screen. What only one of them needs is loaded when that is done.
 */
export type Flow = Pick<Policies, 'policyFor' | 'policyNow'> & {
	readonly planFor: (answers: Answers) => Promise<Plan>;
	/** What going back to a kept configuration would change. */
	readonly planBack: (generation: Generation) => Promise<Plan>;
	/** How what is in effect has come to differ from what was asked for. */
	readonly driftFrom: (answers: Answers) => Promise<Drift>;
	/** Puts a plan into effect, on trial where it can shut somebody out. */
	readonly apply: (
		plan: Plan,
		answers: Answers,
		options: ApplyOptions,
	) => Promise<Applied>;
	/** Proves the connections, and keeps the results when all of them were asked for. */
	readonly probe: (answers: Answers, options: ProbeOptions) => Promise<ProbeRun>;
	/** Tries one row of a run again, and keeps the run where it is over the whole list. */
	readonly probeAgain: (answers: Answers, options: AgainOptions) => Promise<void>;
	/**
	 * Tries a login, and gives the run with what came of it; keeps it where it is over the
	 * whole list.
	 */
	readonly logIn: (
		login: Login | LoginByReference,
		answers: Answers,
		options: {readonly run: ProbeRun; readonly signal: AbortSignal},
	) => Promise<ProbeRun>;
	/**
	 * Answers a question about a value that is being typed, by what was answered so far.
	 * Undefined when there is nothing to try.
	 */
	readonly ask: (
		question: Question,
		draft: Draft,
		signal: AbortSignal,
	) => Promise<Reply | undefined>;
	/**
	 * Tells who knocks on the ports of this server, until it is called off.
	 * @throws Failure `not-permitted` where the kernel cannot be asked
	 */
	readonly watchInbound: (answers: Answers, watch: InboundWatch) => Promise<void>;
	readonly observe: Observing;
	/** Everything that a report tells of: without a run, what was not tried yet is told so. */
	readonly siteFor: (answers: Answers, run: ProbeRun | undefined) => Promise<Site>;
	/** Collects what whoever helps from afar wants to see; changes nothing. */
	readonly collectEvidence: (options: EvidenceOptions) => Promise<Evidence>;
};

/** What is put into effect is probed while it is on trial. */
const loadProbes = late(() => import('../probes/run-probes.js'));

export function flowOn(machine: Machine): Flow {
	const {compile, policyFor, policyNow, policyBack} = policiesOn(machine);
	const contextFor = async (
		answers: Answers,
		signal: AbortSignal,
		network = machine.networkFor(answers),
	): Promise<ProbeContext> => ({
		answers,
		policy: compile(answers, network),
		inEffect: await readKernelRules(machine),
		readInEffect: () => readKernelRules(machine),
		network,
		from: ownAddresses(machine.facts),
		resolvers: machine.resolversFor(answers),
		waysOut: waysOut(machine.facts.addresses, await machine.defaultRoutes()),
		signal,
	});

	const run = async (answers: Answers, {signal, ...options}: ProbeOptions) => {
		const {runProbes} = await loadProbes();
		return runProbes(await contextFor(answers, signal), {...options, now: machine.now});
	};

	const flow: Flow = {
		policyFor,
		policyNow,
		planFor: async answers => planOf(await policyFor(answers), machine),
		planBack: async generation => planOf(await policyBack(generation), machine),
		async driftFrom(answers) {
			const inEffect = await readKernelRules(machine);
			return findDrift(await policyNow(answers, inEffect), inEffect, machine);
		},
		async apply(plan, answers, options) {
			const [{applyPlan}, {tryOutBy}] = await Promise.all([
				import('./apply.js'),
				import('./try-out.js'),
			]);
			const tryOut = tryOutBy(probing => run(answers, probing));
			return applyPlan(plan, answers, machine, tryOut, options);
		},
		async probe(answers, options) {
			const found = await run(answers, options);
			if (options.ids === undefined) {
				await machine.results.save(found);
			}

			return found;
		},
		async probeAgain(answers, {id, results, change, signal}) {
			const {probeAgain} = await import('../probes/probe-again.js');
			const context = await contextFor(answers, signal);
			const next = await probeAgain(context, {id, results, now: machine.now});
			signal.throwIfAborted();
			const found = change(next);
			if (isWhole(found)) {
				await machine.results.save(found);
			}
		},
		async logIn(login, answers, {run: before, signal}) {
			const [{tryLogin}, {withLogin}] = await Promise.all([
				import('./login-by-reference.js'),
				import('../probes/login-rows.js'),
			]);
			const context = await contextFor(answers, signal);
			const tried = await tryLogin(login, context, machine.keyring);
			const found = withLogin(before, tried);
			if (isWhole(found)) {
				await machine.results.save(found);
			}

			return found;
		},
		async ask(question, draft, signal) {
			const answers = answersFor(question, draft);
			if (question.about === 'observed') {
				const {replyOnObserved} = await import('./inquiries/reply-on-observed.js');
				return machine.observation && replyOnObserved(await flow.observe.read(answers));
			}

			const network = machine.networkFor(answers, {
				mayAddRules: false,
				mayLogIn: false,
			});
			const {answerQuestion} = await import('./inquiries/answer-question.js');
			const context = await contextFor(answers, signal, network);
			return answerQuestion(question, context, machine.facts.addresses);
		},
		async watchInbound(answers, watch) {
			let policy: Promise<Policy> | undefined;
			const readPolicy = () => {
				policy ??= policyFor(answers);
				return policy;
			};

			const readInEffect = () => readKernelRules(machine);
			const {watchInbound} = await import('./watch-inbound.js');
			await watchInbound({answers, machine, readPolicy, readInEffect}, watch);
		},
		observe: observingOn(machine, policyFor),
		async siteFor(answers, found) {
			const network = machine.networkFor(answers);
			const plan = await planOf(await compile(answers, network), machine);
			const {gatherSite} = await import('./gather-site.js');
			return gatherSite({answers, run: found, plan, machine, network});
		},
		async collectEvidence(options) {
			const {collectEvidence} = await import('../support/collect-evidence.js');
			return collectEvidence(machine, flow, options);
		},
	};
	return flow;
}

function isWhole({results}: ProbeRun): boolean {
	return catalogue.every(({id}) => results.some(result => result.id === id));
}
