import assert from 'node:assert/strict';
import process from 'node:process';
import {afterEach, before, beforeEach, suite, test} from 'node:test';
import {type Host, startHost} from '../../campus/host.js';
import {campusSkip} from '../../campus/need.js';
import {readPrograms} from '../../campus/programs.js';
import {bundleForHost} from '../../campus/run-inside.js';
import {startChangingDns} from '../../campus/services/changing-dns.js';
import {elsewhere, server4, server6} from './on-host.js';
import type {ScenarioName} from './scenarios.js';

const program = '/run/campus/forwarder.mjs';
const many = Array.from({length: 200}, (_, index) => `198.51.100.${index + 1}`);

const links = [
	'link set lo up',
	`address add ${server4}/32 dev lo`,
	`address add ${elsewhere}/32 dev lo`,
	`address add ${server6}/128 dev lo nodad`,
	'',
].join('\n');

/** A connection is followed by the kernel only where some rule asks for it. */
const rules = `table inet rules {
	chain output {
		type filter hook output priority 0;
		ct state established accept
	}
}`;

/** What programs are told when they ask the DNS themselves, and nothing is left of us. */
const direct = {answer: ['192.0.2.1'], tables: []};

suite('answers of the DNS, handed on to programs', {skip: campusSkip()}, () => {
	let agent: string;
	let code: string;
	let host: Host;

	before(async () => {
		({agent} = await readPrograms());
		code = await bundleForHost("import './test/names/forwarding/forwarder-program.ts';");
	});
	beforeEach(async () => {
		host = await startHost('forwarder', agent);
		await host.run('ip', ['-batch', '-'], {input: links});
		await host.run('nft', ['-f', '-'], {input: rules});
		await host.write(program, code);
		await startChangingDns(host, {
			addresses: [server4, server6],
			answers: {'a.uni.edu': ['192.0.2.1', '2001:db8::1'], 'many.uni.edu': many},
			ttl: 60,
		});
	});
	afterEach(() => host.close());

	const run = async (scenario: ScenarioName): Promise<unknown> => {
		// Root is in other groups too on some systems.
		const {stdout, stderr} = await host.run('setpriv', [
			...['--groups=0,4', '--', process.execPath, program, scenario],
		]);
		assert.equal(stderr, '');
		return JSON.parse(stdout);
	};

	test('come once what they tell of is permitted, and wait for no others', async () => {
		assert.deepEqual(await run('each answer waits for its own permission'), [
			'IPv4 told',
			'IPv6 told',
			'IPv6 answered',
			'IPv4 answered',
		]);
	});

	test('are those of the DNS, over IPv4, IPv6, UDP and TCP, and whatever their size', async () => {
		const each = [['192.0.2.1'], ['2001:db8::1'], many.length, 'ENOTFOUND'];
		assert.deepEqual(await run('whatever a program asks is answered'), {
			answers: [...each, ...each],
			overTcp: [['192.0.2.1'], ['192.0.2.1']],
			told: {'a.uni.edu': 1, 'many.uni.edu': many.length},
		});
	});

	test('still come after what was no question', async () => {
		assert.deepEqual(await run('what is no question harms nobody'), {
			code: 1,
			after: ['192.0.2.1'],
		});
	});

	test('come from the next server where one is silent, which is asked again with the next look at the settings', async () => {
		assert.deepEqual(await run('a server that is silent is left aside'), {
			answers: [['192.0.2.1'], ['192.0.2.1'], ['192.0.2.1']],
			silent: 2,
		});
	});

	test('are there for others, however much one program asks', async () => {
		const asked = await run('a program that asks much leaves the others alone');
		assert.equal(asked, 100);
	});

	test('come to a socket that has asked the DNS itself before, and will again', async () => {
		assert.deepEqual(await run('a socket that was open before is turned too'), [
			['192.0.2.1', 0],
			['192.0.2.1', 1],
			['192.0.2.1', 2],
			['192.0.2.1', 2],
		]);
	});

	test('are told to nobody where only the follower itself has asked', async () => {
		assert.deepEqual(await run('what it asks itself is told to nobody'), {
			found: 'answered',
			told: 0,
		});
	});

	test('are fetched by a process without any rights', async () => {
		assert.deepEqual(await run('whoever asks in its place has no rights'), [
			'Uid:\t65533\t65533\t65533\t65533',
			'Gid:\t65533\t65533\t65533\t65533',
			'Groups:\t ',
			'CapPrm:\t0000000000000000',
			'CapEff:\t0000000000000000',
		]);
	});

	test('come from the DNS itself when that process hangs, and it keeps nothing from the next one', async () => {
		assert.deepEqual(await run('one that hangs is found'), {
			found: 'timeout',
			because: unable(`what is sent to ${server4} cannot be turned to it`),
			...direct,
		});
	});

	test('come from the DNS itself when that process is killed', async () => {
		assert.deepEqual(await run('one that is killed is replaced by the DNS itself'), {
			found: 'timeout',
			because: 'The process that asks the DNS has ended.',
			...direct,
		});
	});

	test('are handed on again after somebody has flushed all rules', async () => {
		assert.deepEqual(await run('a redirect that somebody flushed is put back'), {
			told: 1,
			...direct,
		});
	});

	for (const [scenario, reason] of [
		[
			'the rules refuse what is turned',
			`what is sent to ${server4} cannot be turned to it`,
		],
		['the port is taken', 'port 10053 is taken'],
	] as const) {
		test(`are left to the DNS where ${scenario}`, async () => {
			assert.deepEqual(await run(scenario), {because: unable(reason), ...direct});
		});
	}
});

function unable(reason: string): string {
	return `Answers of the DNS cannot be handed on to the programs of this server: ${reason}.`;
}
