import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {hostPlans} from '../campus/hosts.js';
import {filesOf} from '../campus/run-inside.js';
import {
	assertNonePlanted,
	plantedSecrets,
	textsBelow,
	watchCommandLines,
} from '../helpers/planted-secrets.js';
import type {Variables} from './controller.js';
import {ansibleSkip} from './need.js';
import {ownFleet} from './own-fleet.js';
import {modulePlay, saidBy, siteAnswers} from './site.js';

const {inInventory: secret} = plantedSecrets;
const program = '{{ analytics_setup_program }}';
const login = {user: secret.user, password: {env: 'SQL_PASSWORD'}};
const answers = [
	siteAnswers(),
	{sql: {host: 'mssql.uni.edu', port: 1433, udp: true, login}},
];
const secrets = {SQL_PASSWORD: '{{ sql_password }}'};

suite('the modules, on one appliance', {skip: ansibleSkip()}, () => {
	const {fleet, play} = ownFleet();

	const ask = async (
		module: string,
		options: Variables,
		{host = 'appliance-1', flags = []}: {host?: string; flags?: readonly string[]} = {},
	) => {
		const run = await play(
			modulePlay(module, {program, ...options}),
			{all: {sql_password: secret.value}},
			[`--limit=${host}`, ...flags],
		);
		const said = saidBy(module, run.results)[host];
		return {...run, said: said ?? assert.fail(run.stdout + run.stderr)};
	};

	test('facts tell whether it is configured, and which version is there', async () => {
		const before = await ask('analytics_setup_facts', {});
		const applied = await ask('analytics_setup', {answers: [siteAnswers()]});
		assert.equal(applied.said.outcome, 'ok', applied.stdout);
		const after = await ask('analytics_setup_facts', {});
		const [first, second] = [before, after].map(({said: {result}}) => {
			assert.equal(result.changed, false);
			return (result.ansible_facts as Variables).analytics_setup as Variables;
		});
		assert.deepEqual([first?.configured, second?.configured], [false, true]);
		assert.deepEqual([first?.generation, second?.generation], [null, 1]);
		assert.match(String(second?.version), /^\d+\.\d+\.\d+/);
	});

	test('a probe passes where the connection works, in check mode too', async () => {
		const {said} = await ask(
			'analytics_setup_probe',
			{ids: ['sql-tcp'], answers: [siteAnswers()]},
			{flags: ['--check']},
		);
		assert.equal(said.outcome, 'ok');
		assert.equal(said.result.changed, false);
		const [{id, verdict} = assert.fail()] = said.result.results as readonly Variables[];
		assert.deepEqual([id, verdict], ['sql-tcp', 'pass']);
	});

	test('a probe fails where a row fails, and says who must act', async () => {
		const sql = {host: hostPlans.dns.addresses[0], port: 1433, udp: true};
		const options = {ids: ['sql-tcp'], answers: [siteAnswers({sql})]};
		// Where no rules are in effect, none stands between.
		const where = {host: 'appliance-2'};
		const {said} = await ask('analytics_setup_probe', options, where);
		assert.equal(said.outcome, 'failed');
		assert.equal(said.result.code, 'probe.failed');
		const [failure = assert.fail()] = said.result.failures as readonly Variables[];
		const {id, destination, cause, owner} = failure;
		assert.deepEqual([id, destination], ['sql-tcp', sql.host]);
		assert.deepEqual([cause, owner], ['tcp.refused', 'remote']);
		for (const key of ['seen', 'remedy']) {
			assert.match(String(failure[key]), /\w/, key);
		}

		const lenient = {...options, must_pass: false};
		const looked = await ask('analytics_setup_probe', lenient, where);
		assert.equal(looked.said.outcome, 'ok');
	});

	test('faults in answers are told with their place', async () => {
		const faulty = {viewers: {subnets: ['300.1.1.1']}};
		const {said} = await ask('analytics_setup', {answers: [siteAnswers(), faulty]});
		assert.equal(said.outcome, 'failed');
		assert.equal(said.result.code, 'answers.invalid');
		assert.match(JSON.stringify(said.result.faults), /viewers\.subnets.*300\.1\.1\.1/);
	});

	test('a secret reaches the program, and neither a command line, nor a word, nor a file', async context => {
		const lines = watchCommandLines();
		context.after(() => lines.stop());
		const said = new Map<string, string>();
		for (const [module, options] of [
			['analytics_setup', {answers, secrets}],
			['analytics_setup_probe', {ids: ['sql-tcp'], answers, secrets}],
		] as const) {
			const run = await ask(module, options, {flags: ['-vvv']});
			said.set(`${module} stdout`, run.stdout);
			said.set(`${module} stderr`, run.stderr);
			said.set(`${module} results`, JSON.stringify(run.results));
		}

		assert.match(
			said.get('analytics_setup_probe results') ?? '',
			/wrong user name or password/,
		);
		assertNonePlanted([secret], said);
		assertNonePlanted([secret], new Map([['command lines', await lines.stop()]]));
		const [{host} = assert.fail()] = fleet().appliances;
		const found = await Promise.all(
			['etc/analytics-setup', 'var/lib/analytics-setup', 'run'].map(folder =>
				textsBelow(`${filesOf(host)}/${folder}`),
			),
		);
		const left = new Map(found.flatMap(texts => [...texts]));
		const saved = [...left].find(([path]) => path.endsWith('config.json'))?.[1] ?? '';
		assert.match(saved, /"env": "SQL_PASSWORD"/);
		assertNonePlanted([secret], left);
	});
});
