import {readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {exitCodeOf} from '../../source/exit-code.js';
import {Failure} from '../../source/failure.js';
import {endOfTrial} from '../../source/flow/end-of-trial.js';
import {monotonicNow} from '../../source/host/boot.js';
import {ownCommand} from '../../source/host/own-command.js';
import {pathsFor} from '../../source/host/paths.js';
import {keepAlive} from '../../source/host/start-apart.js';
import {policyFromJson} from '../../source/policy/stored-policy.js';
import type {TrialEnd} from '../../source/transaction/follow-trial.js';
import {guardTrial} from '../../source/transaction/guard.js';
import type {NoteStep} from '../../source/transaction/journal.js';
import {type Trial, untilOnTrial} from '../../source/transaction/open-trial.js';
import {recover} from '../../source/transaction/recover.js';
import {transactionsOn} from '../../source/transaction/transactions.js';
import {transactionContext} from '../../source/transaction-context.js';

// Runs inside a host: the parts of the program that carry out a transaction, as the program
// puts them together, but with a note of each step that may kill. See trial-host.ts.

const folder = '/run/campus/trials';
const person = {user: 'root', terminal: '/dev/tty1'} as const;
const {KILL: kill = ''} = process.env;
const paths = pathsFor(undefined, true, process.env);
const real = transactionContext(paths, undefined);

/** Where it is told to, kills the processes that it is told to, once; itself comes last. */
async function meet(point: string): Promise<void> {
	const [wanted, ...victims] = kill.split(' ');
	if (wanted !== point || !(await isFirst())) {
		return;
	}

	for (const victim of victims.filter(name => name !== role)) {
		const pid = Number(await readFile(`${folder}/${victim}.pid`, 'utf8').catch(() => ''));
		if (pid > 0) {
			process.kill(pid, 'SIGKILL');
		}
	}

	if (victims.includes(role)) {
		process.kill(process.pid, 'SIGKILL');
	}
}

async function isFirst(): Promise<boolean> {
	return writeFile(`${folder}/killed`, '', {flag: 'wx'}).then(
		() => true,
		() => false,
	);
}

const note: NoteStep = async (trial, step) => {
	await meet(`before-${step}`);
	await real.note(trial, step);
	await meet(`after-${step}`);
};

const context: typeof real = {
	...real,
	note,
	layers: real.layers
		.filter(({name}) => name === 'ruleset')
		.map(layer => ({
			...layer,
			async snapshot() {
				await meet('before-snapshot');
				return layer.snapshot();
			},
		})),
	async prepareBoot() {
		await meet('before-arming');
		await real.prepareBoot();
	},
	async startGuard() {
		await real.startGuard();
		await meet('after-arming');
	},
};
const transactions = transactionsOn(context, async () => context);

function say(what: object): void {
	process.stdout.write(`${JSON.stringify(what)}\n`);
}

function sayEnd({ending, problems}: TrialEnd): void {
	const by = 'by' in ending && ending.by !== undefined;
	say({ended: ending.kind, isAsked: by, problems});
}

/** `apply`, without what comes before its transaction. */
async function begin(name: string, seconds: number, then: string): Promise<void> {
	await transactions.recover();
	const [policy, answers] = await Promise.all(
		['policy', 'answers'].map(kind => readFile(`${folder}/${name}.${kind}`, 'utf8')),
	);
	const found = policyFromJson(policy ?? '');
	if (found === undefined) {
		throw new Error(`There is no policy "${name}".`);
	}

	const request = {
		policy: found,
		answers: JSON.parse(answers ?? ''),
		changes: [`add: ${name}`],
		by: person,
		seconds,
		layers: context.layers,
	};
	const trial = await transactions.begin(request, () => undefined);
	say(trial.news());
	if (then === 'keep') {
		trial.keep(person, {kind: 'none'});
	} else if (then === 'undo') {
		trial.undo(person, 'asked');
	}

	sayEnd(await endOfTrial(trial, {transactions}));
}

/** `confirm`, so many milliseconds after the deadline of the trial that somebody begins. */
async function keepAt(late: number): Promise<void> {
	const trial = await findTrial();
	await untilOnTrial(trial);
	const news = trial.news();
	if (news.state === 'on-trial') {
		await delay(news.deadline + late - monotonicNow());
		trial.keep(person, {kind: 'none'});
	}

	sayEnd(await trial.ended);
}

async function findTrial(): Promise<Trial> {
	const end = monotonicNow() + 10_000;
	while (monotonicNow() < end) {
		const pending = await transactions.pending();
		if (pending?.trial !== undefined) {
			return pending.trial;
		}

		await delay(5);
	}

	throw new Error('Nobody begins a trial.');
}

const parts: Readonly<Record<string, (...given: readonly string[]) => Promise<void>>> = {
	apply: (name = '', seconds = '', then = '') => begin(name, Number(seconds), then),
	confirm: (late = '') => keepAt(Number(late)),
	keeper: () => keepAlive(ownCommand(), ['guard']),
	guard: () =>
		guardTrial({
			...context,
			stop: new AbortController().signal,
			openConnections: async () => [],
		}),
	recover: async () => say(await recover(context)),
};

const [, , word = '', ...given] = process.argv;
const role = word === 'guard' && given.includes('--keep-alive') ? 'keeper' : word;
await writeFile(`${folder}/${role}.pid`, String(process.pid));
try {
	await parts[role]?.(...given);
} catch (error) {
	if (!(error instanceof Failure)) {
		throw error;
	}

	const {code, message} = error;
	say({failed: code, message});
	process.exitCode = exitCodeOf(code);
}
