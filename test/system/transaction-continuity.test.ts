import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import {policyToJson} from '../../source/policy/stored-policy.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {runInside} from '../campus/run-inside.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const port = 9999;
const places = ['10.10.0.10', '2001:db8:10::10'] as const;

/** How often this host had to ask again to be let in: once a second without an answer. */
async function repeatedAsks(host: Host): Promise<number> {
	const text = await readFile(`/proc/${host.pid}/net/netstat`, 'utf8');
	const [names = [], values = []] = text
		.split('\n')
		.filter(line => line.startsWith('TcpExt:'))
		.map(line => line.split(' '));
	const index = names.indexOf('TCPSynRetrans');
	assert.ok(index > 0);
	return Number(values[index]);
}

/** Dials again and again until the work is done; counts how the dials ended. */
async function dialDuring(
	host: Host,
	timeout: number,
	work: Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
	const outcomes = new Map<string, number>();
	let isDone = false;
	const done = work.finally(() => {
		isDone = true;
	});
	await Promise.all(
		places.map(async address => {
			while (!isDone) {
				const {outcome} = await host.dial({protocol: 'tcp', address, port, timeout});
				outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
			}
		}),
	);
	await done;
	return outcomes;
}

suite('while rules are applied again and again', {skip: campusSkip()}, () => {
	let campus: Campus;

	/** Nobody who may come in waits, and nobody comes in who may not. */
	const isContinuous = async (work: Promise<unknown>) => {
		const {viewer, stranger} = campus.hosts;
		const [allowed, refused] = await Promise.all([
			dialDuring(viewer, 5000, work),
			dialDuring(stranger, 100, work),
		]);
		assert.deepEqual([...allowed.keys()], ['connected']);
		assert.deepEqual([...refused.keys()], ['timeout']);
		return {allowed: allowed.get('connected') ?? 0, refused: refused.get('timeout') ?? 0};
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

	test('200 times into the kernel', async () => {
		const {appliance} = campus.hosts;
		const support = {enabled: false, sources: []};
		const policies = [{}, {support}].map(sections =>
			policyToJson(samplePolicy({answers: sampleAnswers(sections)})),
		);
		const work = runInside(
			appliance,
			`import {rulesetLayer} from './source/firewall/ruleset-layer.js';
			import {runCommand} from './source/host/command.js';
			import {policyFromJson} from './source/policy/stored-policy.js';
			const layer = rulesetLayer(runCommand, '/');
			const policies = ${JSON.stringify(policies)}.map(policyFromJson);
			for (let round = 0; round < 200; round += 1) {
				await layer.load(policies[round % 2]);
			}
			process.stdout.write('done');`,
			{timeout: 60_000},
		);
		const before = await repeatedAsks(campus.hosts.viewer);
		const {allowed, refused} = await isContinuous(work);
		const repeated = (await repeatedAsks(campus.hosts.viewer)) - before;
		assert.equal(repeated, 0, 'some packets were dropped');
		const {stdout, stderr} = await work;
		assert.equal(stdout, 'done', stderr);
		assert.ok(allowed > 200, `${allowed} connections`);
		assert.ok(refused > 20, `${refused} refusals`);
	});

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
