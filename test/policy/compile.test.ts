import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {namesToResolve} from '../../source/policy/compile.js';
import {
	address,
	findRule,
	peersIn,
	sampleAnswers,
	sampleNames,
	samplePolicy,
} from '../helpers/sample.js';

const portOf = (rule: ReturnType<typeof findRule>) =>
	rule?.match.kind === 'port' ? `${rule.match.port}/${rule.match.protocol}` : undefined;

for (const [id, direction, port, peers] of [
	['viewers', 'inbound', '9999/tcp', ['10.20.0.0/16', '2001:db8:20::/48']],
	['appsanywhere', 'inbound', '19999/tcp', ['10.30.0.10', '10.30.0.20']],
	['remote-support', 'inbound', '22/tcp', ['10.40.0.0/24']],
	['sql-tcp', 'outbound', '1433/tcp', ['10.50.0.5', '2001:db8:50::5']],
	['sql-udp', 'outbound', '1433/udp', ['10.50.0.5', '2001:db8:50::5']],
	['time', 'outbound', '123/udp', 'any'],
	['https', 'outbound', '443/tcp', 'any'],
	['http', 'outbound', '80/tcp', 'any'],
	['mail', 'outbound', '587/tcp', 'any'],
] as const) {
	test(`the example opens ${port} ${direction} for ${peers}`, () => {
		const rule = findRule(samplePolicy(), id);
		assert.equal(rule?.direction, direction);
		assert.equal(rule.origin, 'list');
		assert.equal(portOf(rule), port);
		assert.deepEqual(peersIn(rule), peers);
		assert.notEqual(rule.usage, '');
	});
}

test('the example opens nothing that the list does not have', () => {
	const listed = samplePolicy().rules.filter(({origin}) => origin !== 'host');
	assert.deepEqual(
		listed.map(({id}) => id),
		[
			...['viewers', 'appsanywhere', 'remote-support', 'sql-tcp', 'sql-udp'],
			...['time', 'https', 'http', 'mail'],
		],
	);
	assert.deepEqual(samplePolicy().warnings, []);
});

test('support that is disabled opens 22/tcp for nobody, whoever is named', () => {
	const policy = samplePolicy({
		answers: sampleAnswers({support: {enabled: false, sources: ['10.40.0.0/24']}}),
	});
	assert.equal(findRule(policy, 'remote-support'), undefined);
});

test('the listed inbound ports are guarded, open or not', () => {
	const {guardedPorts} = samplePolicy({
		answers: sampleAnswers({support: {enabled: false, sources: []}}),
	});
	assert.deepEqual(guardedPorts, [22, 9999, 19_999]);
});

test('outbound that is not filtered is one rule, and inbound stays as it was', () => {
	const policy = samplePolicy({answers: sampleAnswers({outbound: {mode: 'open'}})});
	const outbound = policy.rules.filter(({direction}) => direction === 'outbound');
	assert.deepEqual(outbound.map(({id}) => id).toSorted(), [
		'icmp',
		'icmpv6',
		'loopback',
		'outbound-open',
		'replies',
	]);
	assert.equal(findRule(policy, 'outbound-open')?.match.kind, 'everything');
	assert.deepEqual(
		policy.rules.filter(({direction}) => direction === 'inbound'),
		samplePolicy().rules.filter(({direction}) => direction === 'inbound'),
	);
});

test('outbound that is not filtered needs no addresses, so nothing is warned about', () => {
	const {warnings} = samplePolicy({
		answers: sampleAnswers({
			outbound: {mode: 'open'},
			appsanywhere: {servers: ['10.30.0.10']},
		}),
		names: new Map(),
		facts: {resolvers: [], usesDhcp: {4: false, 6: false}},
	});
	assert.deepEqual(warnings, []);
});

const {sql, smtp} = sampleAnswers();

test('SQL Server on a port of its own is reached there', () => {
	const policy = samplePolicy({answers: sampleAnswers({sql: {...sql, port: 14_330}})});
	assert.equal(portOf(findRule(policy, 'sql-tcp')), '14330/tcp');
});

test('the UDP row of SQL Server can be switched off', () => {
	const policy = samplePolicy({answers: sampleAnswers({sql: {...sql, udp: false}})});
	assert.equal(findRule(policy, 'sql-udp'), undefined);
	assert.ok(findRule(policy, 'sql-tcp'));
});

test('a named instance also needs SQL Browser, 1434/udp, at the same server only', () => {
	const policy = samplePolicy({
		answers: sampleAnswers({sql: {...sql, instance: 'REPORTS'}}),
	});
	const rule = findRule(policy, 'sql-browser');
	assert.equal(portOf(rule), '1434/udp');
	assert.equal(rule?.direction, 'outbound');
	assert.deepEqual(peersIn(rule), ['10.50.0.5', '2001:db8:50::5']);
	assert.match(rule?.usage ?? '', /REPORTS/);
	assert.equal(findRule(samplePolicy(), 'sql-browser'), undefined);
});

for (const port of [25, 465, 2525]) {
	test(`a mail relay on ${port} is reached there, and 587 stays closed`, () => {
		const policy = samplePolicy({answers: sampleAnswers({smtp: {...smtp, port}})});
		assert.equal(portOf(findRule(policy, 'mail')), `${port}/tcp`);
		assert.ok(!policy.rules.some(rule => portOf(rule) === '587/tcp'));
	});
}

test('a name that has no address permits nobody, and is warned about by its name', () => {
	const policy = samplePolicy({names: new Map([['mssql.uni.edu', []]])});
	assert.deepEqual(peersIn(findRule(policy, 'sql-tcp')), []);
	assert.deepEqual(peersIn(findRule(policy, 'appsanywhere')), ['10.30.0.10']);
	assert.equal(policy.warnings.length, 2);
	assert.match(policy.warnings[0] ?? '', /^"aa2\.uni\.edu" has no address/);
	assert.match(policy.warnings[1] ?? '', /^"mssql\.uni\.edu" has no address/);
});

test('names are found however they are typed', () => {
	const policy = samplePolicy({
		answers: sampleAnswers({sql: {...sql, host: 'MSSQL.Uni.Edu.'}}),
	});
	assert.deepEqual(peersIn(findRule(policy, 'sql-tcp')), ['10.50.0.5', '2001:db8:50::5']);
});

test('the names to resolve are those that rules are made of, each once', () => {
	const answers = sampleAnswers({
		sql: {...sql, host: 'AA2.uni.edu'},
		proxy: {url: 'http://proxy.uni.edu:3128', noProxy: []},
		extra: [
			{
				...{id: 'backup', direction: 'inbound', peer: 'backup.uni.edu'},
				...{port: 9102, protocol: 'tcp', usage: 'Backup'},
			},
		],
	});
	assert.deepEqual(namesToResolve(catalogue, answers), [
		'aa2.uni.edu',
		'backup.uni.edu',
		'proxy.uni.edu',
	]);
});

test('a proxy at an address is no name to resolve', () => {
	for (const url of ['http://10.0.0.8:3128', 'http://[2001:db8::8]:3128']) {
		const answers = sampleAnswers({proxy: {url, noProxy: []}});
		assert.deepEqual(namesToResolve(catalogue, answers), [
			'aa2.uni.edu',
			'mssql.uni.edu',
		]);
	}
});

test('the site’s own additions stand beside the list, in both directions', () => {
	const addition = {port: 9102, protocol: 'tcp', usage: 'Backup'} as const;
	const policy = samplePolicy({
		answers: sampleAnswers({
			extra: [
				{...addition, id: 'backup', direction: 'inbound', peer: '10.9.0.0/24'},
				{...addition, id: 'vault', direction: 'outbound', peer: 'mssql.uni.edu'},
			],
		}),
		names: new Map([...sampleNames, ['mssql.uni.edu', [address('10.50.0.6')]]]),
	});
	const inbound = findRule(policy, 'extra-backup', 'inbound');
	const outbound = findRule(policy, 'extra-vault', 'outbound');
	assert.equal(inbound?.origin, 'site');
	assert.equal(inbound?.usage, 'Backup');
	assert.equal(portOf(inbound), '9102/tcp');
	assert.deepEqual(peersIn(inbound), ['10.9.0.0/24']);
	assert.deepEqual(peersIn(outbound), ['10.50.0.6']);
});
