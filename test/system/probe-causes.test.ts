import assert from 'node:assert/strict';
import {afterEach, beforeEach, suite, test} from 'node:test';
import {parse, stringify} from 'yaml';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';

type Result = {
	readonly id: string;
	readonly verdict: string;
	readonly cause: string | null;
	readonly owner: string | null;
	readonly remedy: string | null;
	readonly milliseconds: number | null;
};

/** Drops what comes in, or what is passed on, as a silent firewall does. */
async function drop(host: Host, hook: 'input' | 'forward', match: string): Promise<void> {
	const chain = `type filter hook ${hook} priority 0;\n${match} drop\n`;
	const input = `table inet silent {\nchain silent {\n${chain}}\n}\n`;
	const {exitCode, stderr} = await host.run('nft', ['-f', '-'], {input});
	assert.equal(exitCode, 0, stderr);
}

suite('a fault of the network is named with its cause and its owner', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;

	beforeEach(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
	});
	afterEach(() => campus.close());

	const writeAnswers = async (changes: Readonly<Record<string, unknown>>) => {
		const {appliance} = campus.hosts;
		const {stdout} = await appliance.run('cat', [answersPath]);
		await appliance.write(
			answersPath,
			stringify({...(parse(stdout) as object), ...changes}),
		);
	};
	const probe = async (...ids: readonly string[]) => {
		const {stdout, stderr} = await runProgram(campus, [
			'probe',
			...ids,
			'--json',
			'--answers',
			answersPath,
		]);
		assert.notEqual(stdout, '', stderr);
		return (JSON.parse(stdout) as {results: readonly Result[]}).results;
	};
	const diagnose = async (id: string) => {
		const [result] = await probe(id);
		return [result?.verdict, result?.cause, result?.owner];
	};

	test('a name that does not exist', async () => {
		await writeAnswers({sql: {host: 'gone.uni.edu'}});
		assert.deepEqual(await diagnose('sql-tcp'), ['fail', 'dns.nxdomain', 'dns']);
	});

	test('a DNS server that is silent', async () => {
		await drop(campus.hosts.dns, 'input', 'meta l4proto { tcp, udp } th dport 53');
		assert.deepEqual(await diagnose('bitbucket'), ['fail', 'dns.timeout', 'dns']);
	});

	test('a DNS server that is switched off', async () => {
		await campus.services.dns?.stop();
		assert.deepEqual(await diagnose('bitbucket'), ['fail', 'dns.refused', 'dns']);
	});

	test('a port on which nothing listens', async () => {
		await campus.services.mail?.stop();
		assert.deepEqual(await diagnose('mail'), ['fail', 'tcp.refused', 'remote']);
	});

	test('a destination without a route', async () => {
		await writeAnswers({sql: {host: '10.77.0.1'}});
		assert.deepEqual(await diagnose('sql-tcp'), ['fail', 'tcp.unreachable', 'network']);
	});

	test('a time server that is silent', async () => {
		await drop(campus.hosts.time, 'input', 'udp dport 123');
		assert.deepEqual(await diagnose('ntp-0'), ['fail', 'udp.timeout', 'network']);
	});

	test('a firewall on the way that drops is silent for 3.5 s and delays no other row', async () => {
		await drop(campus.router, 'forward', 'tcp dport 443');
		const results = await probe();
		const byId = new Map(results.map(result => [result.id, result]));
		const blocked = byId.get('looker-license');
		assert.deepEqual([blocked?.cause, blocked?.owner], ['tcp.timeout', 'network']);
		assert.match(
			blocked?.remedy ?? '',
			/permit 443\/tcp from 10\.10\.0\.10 to license\.looker\.com/,
		);
		assert.equal(byId.get('https')?.cause, 'tcp.timeout');
		assert.equal(byId.get('remirepo-cdn')?.verdict, 'pass');
		const others = results.filter(({cause}) => cause !== 'tcp.timeout');
		assert.ok(others.every(({milliseconds}) => (milliseconds ?? 0) < 3000));
	});

	for (const [family, host] of [
		['IPv4', '10.99.0.9'],
		['IPv6', '2001:db8:99::9'],
	] as const) {
		test(`our own firewall, over ${family}`, async () => {
			await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);
			await campus.hosts.stranger.listen({protocol: 'tcp', port: 1433});
			await writeAnswers({sql: {host}});
			assert.deepEqual(await diagnose('sql-tcp'), ['fail', 'local.blocked', 'this-host']);
		});
	}

	test('our own firewall, over UDP and in front of the DNS', async () => {
		await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);
		const {appliance} = campus.hosts;
		const chain = ['inet', 'analytics_setup', 'output'];
		await appliance.run('nft', ['insert', 'rule', ...chain, 'udp dport 123 drop']);
		assert.deepEqual(await diagnose('ntp-0'), ['fail', 'local.blocked', 'this-host']);
		await appliance.run('nft', ['flush', 'chain', ...chain]);
		assert.deepEqual(await diagnose('bitbucket'), ['fail', 'local.blocked', 'this-host']);
	});

	test('an inbound port without a program, and one for this server only', async () => {
		assert.deepEqual(await diagnose('viewers'), ['fail', 'listen.nothing', 'this-host']);
	});
});
