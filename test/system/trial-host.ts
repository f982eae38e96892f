import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {isThere} from '../../source/host/files.js';
import {policyToJson} from '../../source/policy/stored-policy.js';
import {newestGeneration} from '../../source/transaction/generations.js';
import {readSteps} from '../../source/transaction/journal.js';
import {type Host, type RunResult, startHost} from '../campus/host.js';
import {readPrograms} from '../campus/programs.js';
import {bundleForHost, filesOf} from '../campus/run-inside.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const folder = '/run/campus/trials';
const program = `${folder}/program.mjs`;

/** Two configurations that differ in whom they let in, and in which sets they need. */
export const candidates = {
	a: candidate('10.20.0.0/16', true),
	b: candidate('10.21.0.0/16', false),
} as const;
export type CandidateName = keyof typeof candidates;

function candidate(viewers: string, hasSupport: boolean) {
	const support = {enabled: hasSupport, sources: hasSupport ? ['10.40.0.0/24'] : []};
	const answers = sampleAnswers({viewers: {subnets: [viewers]}, support});
	return {answers, policy: samplePolicy({answers})};
}

/** The processes of a transaction. */
export const roles = ['apply', 'keeper', 'guard'] as const;
export type Role = (typeof roles)[number];

/** What the kernel holds, all of it. */
export type Listing = CandidateName | 'nothing' | 'a mixture';

/** A host without a network, on which transactions are carried out and killed. */
export type TrialHost = {
	readonly host: Host;
	/** Runs a part of `trial-program.ts`; `kill` is a point of it and the roles that die there. */
	readonly start: (part: readonly string[], kill?: string) => Promise<RunResult>;
	readonly inEffect: () => Promise<Listing>;
	/** What was kept last, by its files; whether it is what the boot unit would load. */
	readonly onDisk: () => Promise<Listing>;
	/** Whether nothing is left to be done. */
	readonly isAtRest: () => Promise<boolean>;
	/** Whether the wanted kill has happened. */
	readonly wasKilled: () => Promise<boolean>;
	/** Waits until no part runs any more; false when that takes longer. */
	readonly hasEnded: (patience: number) => Promise<boolean>;
	readonly kill: (victims: readonly Role[]) => Promise<void>;
	/** Forgets the parts that have ended. */
	readonly forget: () => Promise<void>;
	/** Cuts the power: another boot, an empty kernel, and then the boot units. */
	readonly restart: () => Promise<void>;
};

/** Hosts that are used by one test at a time; each has kept "a" at first. */
export type TrialHostPool = {
	readonly use: (work: (trials: TrialHost) => Promise<void>) => Promise<void>;
	readonly close: () => Promise<void>;
};

export async function openTrialHosts(count: number): Promise<TrialHostPool> {
	const names = Array.from({length: count}, (_, index) => `trials-${index + 1}`);
	const all = await Promise.all(names.map(startTrialHost));
	const free = [...all];
	const waiting: Array<(host: TrialHost) => void> = [];
	await Promise.all(
		all.map(async trials => {
			const {stdout, stderr} = await trials.start(['apply', 'a', '5', 'keep']);
			assert.match(stdout, /"ended":"kept"/, stderr);
			assert.ok(await trials.hasEnded(5000));
		}),
	);
	return {
		async use(work) {
			const trials =
				free.pop() ?? (await new Promise<TrialHost>(resolve => waiting.push(resolve)));
			try {
				await trials.forget();
				await work(trials);
			} finally {
				const next = waiting.shift();
				if (next === undefined) {
					free.push(trials);
				} else {
					next(trials);
				}
			}
		},
		async close() {
			await Promise.all(all.map(({host}) => host.close()));
		},
	};
}

export const otherThan = (listing: Listing) => (listing === 'a' ? 'b' : 'a');

/**
 * Whether old rules or new ones are in effect, whole, and all files agree with them.
 * @param said by whoever applied, unless it was killed
 */
export async function isWhole(
	trials: TrialHost,
	old: Listing,
	said: string,
): Promise<void> {
	assert.ok(await trials.isAtRest(), `nothing is left to be done\n${said}`);
	const wanted = otherThan(old);
	const found = await trials.inEffect();
	assert.ok(found === old || found === wanted, found);
	assert.equal(await trials.onDisk(), found);
	if (said.includes('"ended":"kept"')) {
		assert.equal(found, wanted);
	} else if (/"ended"|"failed"/.test(said)) {
		assert.equal(found, old, said);
	}
}

async function startTrialHost(name: string): Promise<TrialHost> {
	const [{agent}, text] = await Promise.all([
		readPrograms(),
		bundleForHost("import './test/system/trial-program.ts';"),
	]);
	const host = await startHost(name, agent);
	const files = filesOf(host);
	const state = `${files}/var/lib/analytics-setup`;
	await host.write(program, text);
	for (const [key, {answers, policy}] of Object.entries(candidates)) {
		await host.write(`${folder}/${key}.policy`, policyToJson(policy));
		await host.write(`${folder}/${key}.answers`, JSON.stringify(answers));
	}

	const sh = async (script: string, ...given: readonly string[]) => {
		const {exitCode, stdout, stderr} = await host.run('sh', [
			'-ec',
			script,
			'sh',
			...given,
		]);
		assert.equal(exitCode, 0, stderr);
		return stdout;
	};

	const start = (part: readonly string[], kill = '') =>
		host.run(process.execPath, [program, ...part], {
			env: {KILL: kill, NODE_COMPILE_CACHE: `${folder}/cache`},
		});
	const pidOf = async (role: Role) =>
		Number(await readFile(`${files}${folder}/${role}.pid`, 'utf8').catch(() => ''));
	const isRunning = async (role: Role) => {
		const pid = await pidOf(role);
		return pid > 0 && isThere(`/proc/${pid}/exe`);
	};

	const listings = await listingsOn(sh);
	let boots = 0;
	return {
		host,
		start,
		async inEffect() {
			const listing = await sh(list);
			return listings.get(normalised(listing)) ?? 'a mixture';
		},
		async onDisk() {
			const newest = await newestGeneration(state);
			if (newest === undefined) {
				return 'nothing';
			}

			const name = newest.record.changes[0] === 'add: a' ? 'a' : 'b';
			const {policy, answers} = candidates[name];
			assert.deepEqual(newest.policy, policy);
			const etc = `${files}/etc/analytics-setup`;
			const [ruleset = '', config = ''] = await Promise.all(
				['ruleset.nft', 'config.json'].map(file =>
					readFile(`${etc}/${file}`, 'utf8').catch(() => ''),
				),
			);
			const isWhole =
				ruleset === renderRuleset(policy) &&
				config.includes(answers.viewers.subnets[0] ?? '?');
			return isWhole ? name : 'a mixture';
		},
		async isAtRest() {
			if (await isThere(`${state}/trial`)) {
				return false;
			}

			const newest = await newestGeneration(state);
			const [undone, kept] = await Promise.all([
				readSteps(`${state}/undone`),
				newest === undefined ? undefined : readSteps(newest.folder),
			]);
			const isRestored = !(await isThere(`${state}/undone`)) || undone.has('restored');
			return isRestored && kept?.has('settled') !== false;
		},
		wasKilled: () => isThere(`${files}${folder}/killed`),
		async hasEnded(patience) {
			const end = performance.now() + patience;
			// The keeper ends after its guard; until then there may be another one.
			for (const role of ['keeper', 'guard'] as const) {
				while (await isRunning(role)) {
					if (performance.now() > end) {
						return false;
					}

					// A process that is no child of ours tells us nothing.
					await delay(10);
				}
			}

			return true;
		},
		async kill(victims) {
			for (const role of victims) {
				if (await isRunning(role)) {
					killIfThere(await pidOf(role));
				}
			}
		},
		async forget() {
			await sh(`rm -f ${folder}/*.pid ${folder}/killed`);
		},
		async restart() {
			boots += 1;
			await sh(
				`echo "boot-$1" > ${folder}/boot
				mount --bind ${folder}/boot /proc/sys/kernel/random/boot_id
				nft flush ruleset`,
				String(boots),
			);
			const {exitCode, stderr} = await start(['recover']);
			assert.equal(exitCode, 0, stderr);
			await sh(
				'f=/etc/analytics-setup/ruleset.nft; if [ -e "$f" ]; then nft -f "$f"; fi',
			);
		},
	};
}

const list = 'nft -s list ruleset';

/** The order in which sets are listed is that in which they came, and means nothing. */
function normalised(listing: string): string {
	return listing
		.split('\n\n')
		.map(block => block.replace(/\n\}\s*$/, ''))
		.toSorted()
		.join('\n\n');
}

/** What the kernel lists for each candidate: learnt from the kernel itself. */
async function listingsOn(sh: (script: string) => Promise<string>) {
	const listings = new Map<string, Listing>([['', 'nothing']]);
	for (const name of ['a', 'b'] as const) {
		const ruleset = renderRuleset(candidates[name].policy);
		const quoted = `'${ruleset.replaceAll("'", `'\\''`)}'`;
		listings.set(normalised(await sh(`printf %s ${quoted} | nft -f -; ${list}`)), name);
		await sh('nft flush ruleset');
	}

	assert.equal(listings.size, 3, 'the candidates differ');
	return listings;
}

/** It may have come to its end since it was looked for. */
function killIfThere(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
			throw error;
		}
	}
}
