import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCidr} from '../../source/addresses/cidr.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {probeRow} from '../../source/probes/probe-row.js';
import {asInEffect, type ContextRecord, probeContext} from './probe-context.js';
import {addressOf} from './recorded-network.js';

const probe = async (id: string, record: ContextRecord = {}) => {
	const connection = catalogue.find(row => row.id === id) ?? assert.fail(id);
	const context = probeContext(record);
	const [finding] = await probeRow(connection, context);
	const {result} = finding ?? assert.fail('no result');
	return {...result, asked: context.asked};
};
const listening = (port: number, remote?: string) => [
	{
		state: remote === undefined ? 'listening' : 'established',
		local: addressOf('0.0.0.0'),
		port,
		remote: addressOf(remote ?? '0.0.0.0'),
		remotePort: remote === undefined ? 0 : 50_000,
		inode: port,
	} as const,
];
const peersOf = (...texts: readonly string[]) => ({
	kind: 'some' as const,
	cidrs: texts.map(text => readCidr(text).value ?? assert.fail(text)),
	names: [],
});
const withViewers = (...texts: readonly string[]) =>
	asInEffect(rules =>
		rules.map(rule =>
			rule.id === 'viewers' ? {...rule, peers: peersOf(...texts)} : rule,
		),
	);

test('a name is looked up and its addresses are tried', async () => {
	const names = {'mssql.uni.edu': ['10.60.0.11', '2001:db8::11']};
	const result = await probe('sql-tcp', {network: {names}});
	assert.equal(result.verdict, 'pass');
	assert.equal(result.source, 'analytics.uni.edu');
	assert.equal(result.destination, 'mssql.uni.edu');
	assert.equal(result.address, '10.60.0.11');
	assert.deepEqual(result.asked, [
		'resolve mssql.uni.edu',
		'dial 10.60.0.11:1433',
		'dial 2001:db8::11:1433',
	]);
});

test('of a name with many addresses, two of each family are tried', async () => {
	const many = Array.from({length: 9}, (_, index) => [
		`192.0.2.${index + 1}`,
		`2001:db8::${index + 1}`,
	]).flat();
	const {asked} = await probe('sql-tcp', {network: {names: {'mssql.uni.edu': many}}});
	assert.deepEqual(asked, [
		'resolve mssql.uni.edu',
		'dial 192.0.2.1:1433',
		'dial 192.0.2.2:1433',
		'dial 2001:db8::1:1433',
		'dial 2001:db8::2:1433',
	]);
});

for (const host of ['10.60.0.11', ' 10.60.0.11 ', ' mssql.uni.edu']) {
	test(`the SQL Server "${host}" of an answers file is tried`, async () => {
		const sql = {host, port: 1433, udp: true};
		assert.equal((await probe('sql-tcp', {answers: {sql}})).verdict, 'pass');
	});
}

test('a time server is asked for the time, not dialled', async () => {
	const {asked, detail} = await probe('ntp-0');
	assert.deepEqual(asked, ['resolve 0.centos.pool.ntp.org', 'time 192.0.2.1:123']);
	assert.match(detail, /stratum 2/);
});

test('UDP 1433 is never called proven, and nothing is sent', async () => {
	const {verdict, cause, asked} = await probe('sql-udp');
	assert.equal(verdict, 'unprovable');
	assert.equal(cause, 'udp.no-reply-by-design');
	assert.deepEqual(asked, []);
});

for (const [name, mode, cause] of [
	['that permit only other ports', 'without', 'local.blocked'],
	['that permit it', 'with', 'tcp.prohibited'],
] as const) {
	test(`a refusal under rules ${name} is ${cause}`, async () => {
		const result = await probe('looker-license', {
			network: {dials: {'192.0.2.1:443': 'prohibited'}},
			inEffect: asInEffect(rules =>
				rules.filter(({id}) => mode === 'with' || id !== 'https'),
			),
		});
		assert.equal(result.cause, cause);
	});
}

test('where no rules of ours are in effect, no refusal is ours', async () => {
	const dials = {'192.0.2.1:443': 'prohibited'} as const;
	const {cause} = await probe('looker-license', {network: {dials}});
	assert.equal(cause, 'tcp.prohibited');
});

test('a viewer who is connected proves the row for viewers', async () => {
	const sockets = [...listening(9999), ...listening(9999, '10.20.4.1')];
	const result = await probe('viewers', {network: {sockets}});
	assert.equal(result.verdict, 'pass');
	assert.equal(result.address, '10.20.4.1');
	assert.match(result.source, /10\.20\.0\.0\/16/);
});

test('a visitor at another port proves nothing for this one', async () => {
	const sockets = [...listening(9999), ...listening(19_999, '10.30.0.10')];
	const {cause} = await probe('viewers', {network: {sockets}});
	assert.equal(cause, 'inbound.not-seen');
});

for (const [name, inEffect, cause] of [
	['that let only others in', withViewers('10.24.0.0/16'), 'local.blocked'],
	[
		'that let a wider network in',
		withViewers('10.0.0.0/8', '2001:db8::/32'),
		'inbound.not-seen',
	],
	['that are as answered', asInEffect(), 'inbound.not-seen'],
] as const) {
	test(`viewers under rules ${name} are judged ${cause}`, async () => {
		const network = {sockets: listening(9999)};
		assert.equal((await probe('viewers', {network, inEffect})).cause, cause);
	});
}

test('packets that the kernel has let in prove the row', async () => {
	const inEffect = asInEffect(rules =>
		rules.map(rule => (rule.id === 'viewers' ? {...rule, packets: 214} : rule)),
	);
	const network = {sockets: listening(9999)};
	const result = await probe('viewers', {network, inEffect});
	assert.equal(result.verdict, 'pass');
	assert.match(result.detail, /214 packets/);
});

test('support that is switched off is not probed', async () => {
	const support = {enabled: false, sources: []};
	const {verdict, detail} = await probe('remote-support', {answers: {support}});
	assert.equal(verdict, 'skipped');
	assert.match(detail, /switched off/);
});

test('servers whose names have no address are not called "nobody"', async () => {
	const appsanywhere = {servers: ['aa9.uni.edu']};
	const network = {names: {'aa9.uni.edu': 'nxdomain'}} as const;
	const {cause, detail} = await probe('appsanywhere', {answers: {appsanywhere}, network});
	assert.equal(cause, 'dns.nxdomain');
	assert.equal(detail, 'aa9.uni.edu: no such name in the DNS');
});
