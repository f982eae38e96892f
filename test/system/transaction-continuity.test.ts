import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import {policyToJson} from '../../source/policy/stored-policy.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {repeatedAsks} from '../campus/repeated-asks.js';
import {runInside} from '../campus/run-inside.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const port = 9999;
const places = ['10.10.0.10', '2001:db8:10::10'] as const;

/** The viewer's own address among so many that none can be merged. */
const manyViewers = Array.from(
	{length: 10_000},
	(_, index) => `10.20.${index >> 7}.${(index & 127) * 2 + 1}`,
);

/** Tries again and again until the work is done; counts what came of it. */
async function tryDuring(
	work: Promise<unknown>,
	attempt: (address: string) => Promise<string>,
): Promise<ReadonlyMap<string, number>> {
	const outcomes = new Map<string, number>();
	let isDone = false;
	const done = work.finally(() => {
		isDone = true;
	});
	await Promise.all(
		places.map(async address => {
			while (!isDone) {
				const outcome = await attempt(address);
				outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
			}
		}),
	);
	await done;
	return outcomes;
}

const dial = async (host: Host, address: string) =>
	(await host.dial({protocol: 'tcp', address, port, timeout: 100})).outcome;

/**
 * Waits until it is spoken to: a listener that has no processor for a moment drops those who
 * come while too many are waiting, and it would look as if the rules had done that.
 */
async function talk(host: Host, address: string): Promise<string> {
	const connection = await host.connect({address, port});
	const heard = await connection.say('hello', 5000);
	await connection.close();
	return heard;
}

suite('while rules are applied again and again', {skip: campusSkip()}, () => {
	let campus: Campus;

	/** Nobody who may come in waits, and nobody comes in who may not. */
	const isContinuous = async (work: Promise<unknown>) => {
		const {viewer, stranger} = campus.hosts;
		const [allowed, refused] = await Promise.all([
			tryDuring(work, address => talk(viewer, address)),
			tryDuring(work, address => dial(stranger, address)),
		]);
		assert.deepEqual([...allowed.keys()], ['answered']);
		assert.deepEqual([...refused.keys()], ['timeout']);
		return {allowed: allowed.get('answered') ?? 0, refused: refused.get('timeout') ?? 0};
	};

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
		await campus.hosts.appliance.listen({protocol: 'tcp', port});
		const {exitCode, stderr} = await apply(answersPath);
		assert.equal(exitCode, 0, stderr);
	});
	after(() => campus.close());

	const apply = (answers: string) =>
		runProgram(campus, ['apply', '--no-confirm', '--answers', answers]);

	for (const [title, rounds, viewers, atLeast] of [
		['200 times into the kernel', 200, ['10.20.0.0/16'], 200],
		['20 times into the kernel, with 10,000 viewers', 20, manyViewers, 50],
	] as const) {
		test(title, async () => {
			const {appliance, viewer} = campus.hosts;
			const support = {enabled: false, sources: []};
			const policies = [{}, {support}].map(sections =>
				policyToJson(
					samplePolicy({
						answers: sampleAnswers({
							...sections,
							viewers: {subnets: [...viewers, '2001:db8:20::/48']},
						}),
					}),
				),
			);
			const work = runInside(
				appliance,
				`import {rulesetLayer} from './source/firewall/ruleset-layer.js';
				import {runCommand} from './source/host/command.js';
				import {policyFromJson} from './source/policy/stored-policy.js';
				const layer = rulesetLayer(runCommand, '/');
				const policies = ${JSON.stringify(policies)}.map(policyFromJson);
				for (let round = 0; round < ${rounds}; round += 1) {
					await layer.load(policies[round % 2]);
				}
				process.stdout.write('done');`,
				{timeout: 60_000},
			);
			const before = await repeatedAsks(viewer);
			const {allowed, refused} = await isContinuous(work);
			const repeated = (await repeatedAsks(viewer)) - before;
			assert.equal(repeated, 0, 'some packets were dropped');
			const {stdout, stderr} = await work;
			assert.equal(stdout, 'done', stderr);
			assert.ok(allowed > atLeast, `${allowed} connections`);
			assert.ok(refused > 20, `${refused} refusals`);
		});
	}

	test('by five whole applies', async () => {
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', [answersPath]);
		const answers = parse(stdout) as object;
		const others = {...answers, support: {enabled: false, sources: []}};
		await appliance.write('/etc/others.yaml', stringify(others));
		const work = (async () => {
			for (let round = 0; round < 5; round += 1) {
				const path = round % 2 === 0 ? '/etc/others.yaml' : answersPath;
				const applied = await apply(path);
				assert.equal(applied.exitCode, 0, applied.stderr);
			}
		})();
		const {allowed} = await isContinuous(work);
		assert.ok(allowed > 50, `${allowed} connections`);
	});
});
