import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {nothingInEffect} from '../../../source/firewall/backend.js';
import {flowOn} from '../../../source/flow/flow.js';
import type {Question} from '../../../source/flow/inquiries/inquiry.js';
import type {Machine} from '../../../source/machine.js';
import {type MachineRecord, recordedMachine} from '../../helpers/recorded-machine.js';

const ask = async (question: Question, record: MachineRecord = {}) => {
	const machine = recordedMachine(record);
	const reply = await flowOn(machine).ask(question, {}, new AbortController().signal);
	return {reply, asked: machine.asked};
};

const sql = {host: 'mssql.uni.edu', port: 1433, udp: false};
const sqlServer = {about: 'sql-server', answers: {sql}} as const;
const smtp = {host: 'smtp.uni.edu', port: 587, security: 'starttls'} as const;
const relay = {about: 'relay', answers: {smtp}} as const;
const url = 'http://proxy.uni.edu:3128';
const proxy: Question = {about: 'proxy', answers: {proxy: {url, noProxy: []}}};
const named = (name: string) => ({about: 'name', name}) as const;
const ownName = {about: 'own-name', name: 'analytics.uni.edu'} as const;

const names = {
	'mssql.uni.edu': ['10.60.0.11'],
	'smtp.uni.edu': ['10.61.0.25'],
	'proxy.uni.edu': ['10.65.0.8'],
	'gone.uni.edu': 'nxdomain',
	'broken.uni.edu': 'servfail',
	'silent.uni.edu': 'timeout',
	'many.uni.edu': ['10.1.0.1', '10.1.0.2', '10.1.0.3', '10.1.0.4', '10.1.0.5'],
} as const;

for (const [name, question, verdict, address, detail] of [
	['a name', named('mssql.uni.edu'), 'pass', null, '10.60.0.11'],
	[
		'a name with many addresses',
		named('many.uni.edu'),
		'pass',
		null,
		'10.1.0.1, 10.1.0.2, 10.1.0.3, 10.1.0.4 and 1 more',
	],
	[
		'a name that is not there',
		named('gone.uni.edu'),
		'fail',
		null,
		'no such name in the DNS (asked 10.62.0.53)',
	],
	[
		'a name that the DNS fails at',
		named('broken.uni.edu'),
		'fail',
		null,
		'the DNS fails to look it up (asked 10.62.0.53)',
	],
	[
		'a name of which the DNS says nothing',
		named('silent.uni.edu'),
		'fail',
		null,
		'the DNS does not answer (asked 10.62.0.53)',
	],
	['a SQL Server', sqlServer, 'pass', '10.60.0.11', 'SQL Server 2019, encrypted'],
	['a relay', relay, 'pass', '10.61.0.25', 'STARTTLS, login offered'],
] as const) {
	test(`of ${name} it says: ${detail}`, async () => {
		const {reply} = await ask(question, {network: {names}});
		assert.deepEqual(
			[reply?.verdict, reply?.address, reply?.detail],
			[verdict, address, detail],
		);
	});
}

test('what fails has its cause, its owner and its remedy, as in the results', async () => {
	const network = {names, dials: {'10.60.0.11:1433': 'refused'}} as const;
	const {reply} = await ask(sqlServer, {network});
	assert.deepEqual(
		[reply?.verdict, reply?.cause, reply?.owner, reply?.detail],
		['fail', 'tcp.refused', 'remote', 'nothing accepts there'],
	);
	assert.match(reply?.remedy ?? '', /mssql\.uni\.edu \(10\.60\.0\.11\).*1433/);
});

test('nobody else is asked than the one in question', async () => {
	const {asked} = await ask(sqlServer, {network: {names}});
	const others = asked.filter(what => !what.endsWith('mssql.uni.edu'));
	assert.deepEqual(others, ['dial 10.60.0.11:1433']);
});

suite("the server's own name", () => {
	for (const [name, found, verdict, detail] of [
		['that leads here', ['10.10.0.10'], 'pass', '10.10.0.10, this server'],
		[
			'that leads elsewhere is no fault: there may be NAT',
			['10.99.0.9'],
			'warn',
			'10.99.0.9, not an address of this server',
		],
		[
			'that is not there yet is no fault',
			'nxdomain',
			'warn',
			'no such name in the DNS (asked 10.62.0.53)',
		],
	] as const) {
		test(name, async () => {
			const network = {names: {'analytics.uni.edu': found}};
			const {reply} = await ask(ownName, {network});
			assert.deepEqual([reply?.verdict, reply?.detail], [verdict, detail]);
			assert.equal(reply?.remedy === null, verdict === 'pass');
		});
	}
});

suite('the proxy', () => {
	const web = '10.65.0.8:3128';
	test('is asked for what needs it every day', async () => {
		const {reply} = await ask(proxy, {network: {names}});
		assert.equal(reply?.verdict, 'pass');
		assert.equal(reply?.address, '10.65.0.8');
		assert.match(reply?.detail ?? '', /^license\.looker\.com through it: /);
	});

	test('that refuses says so', async () => {
		const seen = {
			[web]: {
				proxy: {outcome: 'answered', status: 403, login: undefined, milliseconds: 5},
			},
		} as const;
		// Straight out there is no way, as where a proxy is needed.
		const dials = {'192.0.2.1:443': 'timeout'} as const;
		const {reply} = await ask(proxy, {network: {names, seen, dials}});
		assert.deepEqual(
			[reply?.verdict, reply?.detail],
			['fail', 'license.looker.com through it: the proxy says 403'],
		);
	});

	test('that does not listen there says so', async () => {
		const dials = {[web]: 'refused', '192.0.2.1:443': 'timeout'} as const;
		const {reply} = await ask(proxy, {network: {names, dials}});
		assert.deepEqual(
			[reply?.cause, reply?.detail],
			['proxy.unreachable', 'the proxy accepts no connection'],
		);
	});

	test('whose name is not there is told by its name', async () => {
		const {reply, asked} = await ask(proxy, {
			network: {names: {...names, 'proxy.uni.edu': 'nxdomain'}},
		});
		assert.deepEqual(
			[reply?.destination, reply?.cause],
			['proxy.uni.edu', 'dns.nxdomain'],
		);
		assert.ok(!asked.some(what => what.startsWith('dial')), asked.join());
	});
});

suite('a named instance', () => {
	const instance = {...sql, instance: 'ANALYTICS'};
	test('is asked of SQL Browser', async () => {
		const instances = {
			'10.60.0.11:1434': [{name: 'ANALYTICS', port: 1533, version: '16.0.1000.6'}],
		};
		const question = {about: 'sql-browser', answers: {sql: instance}} as const;
		const {reply} = await ask(question, {network: {names, instances}});
		assert.equal(reply?.detail, 'ANALYTICS listens on 1533/tcp');
	});

	test('of a host without an address leaves nothing to try', async () => {
		const host = {...instance, host: 'gone.uni.edu'};
		const question = {about: 'sql-browser', answers: {sql: host}} as const;
		const {reply} = await ask(question, {network: {names}});
		assert.equal(reply, undefined);
	});
});

suite('while rules of ours are in effect', () => {
	// They permit nothing at all.
	const inEffect = nothingInEffect;
	test('what they refuse is no fault: it is tried under the new ones', async () => {
		const network = {names, dials: {'10.60.0.11:1433': 'prohibited'}} as const;
		const {reply} = await ask(sqlServer, {network, inEffect});
		assert.deepEqual(
			[reply?.verdict, reply?.cause, reply?.owner, reply?.remedy],
			['skipped', 'local.blocked', null, null],
		);
		assert.match(reply?.detail ?? '', /^not permitted yet: tried after applying$/);
	});

	test('what they let out and others refuse is one', async () => {
		const network = {names, dials: {'10.60.0.11:1433': 'refused'}} as const;
		const {reply} = await ask(sqlServer, {network, inEffect});
		assert.equal(reply?.cause, 'tcp.refused');
	});
});

test('nothing is added to the rules of this server, not even for a moment', async () => {
	const machine = recordedMachine({network: {names}});
	const mayAddRules: Array<boolean | undefined> = [];
	const watched: Machine = {
		...machine,
		networkFor(answers, options) {
			mayAddRules.push(options?.mayAddRules);
			return machine.networkFor(answers, options);
		},
	};
	await flowOn(watched).ask(relay, {}, new AbortController().signal);
	assert.deepEqual(mayAddRules, [false]);
});

test('a question that is called off has no answer', async () => {
	const machine = recordedMachine({
		network: {names, dials: {'10.60.0.11:1433': 'never'}},
	});
	const controller = new AbortController();
	const reply = flowOn(machine).ask(sqlServer, {}, controller.signal);
	controller.abort(new Error('called off'));
	await assert.rejects(reply, /called off/);
});
