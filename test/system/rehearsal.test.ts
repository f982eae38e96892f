import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {symlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {suite, test} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {execa} from 'execa';
import {cidrOf} from '../../source/addresses/cidr.js';
import {Failure} from '../../source/failure.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {parseTcpTable} from '../../source/host/tcp-table.js';
import {rehearsalFor} from '../../source/rehearsal/rehearsal.js';
import {rehearse} from '../../source/rehearsal/rehearse.js';
import {campusSkip} from '../campus/need.js';
import {address, samplePolicy, temporaryFolder} from '../helpers/sample.js';
import {
	examplePolicy,
	exampleRehearsal,
	exampleRuleset,
	options,
	rehearseExample,
} from '../rehearsal/example.js';

/** The ruleset of the example with something of it replaced. */
function sabotaged(text: string | RegExp, replacement = ''): string {
	const ruleset = exampleRuleset.replaceAll(text, replacement);
	assert.notEqual(ruleset, exampleRuleset);
	return ruleset;
}

/** The command that runs TypeScript in a process of its own. */
const script = (text: string) => [
	...[process.execPath, '--import=tsx', '--import=./build/register-asset-modules.mjs'],
	...['--input-type=module', '--eval', text],
];

/** Rehearses a ruleset and prints what came of it. */
const rehearsing = (ruleset = exampleRuleset) =>
	script(`
		const {rehearseExample} = await import('./test/rehearsal/example.ts');
		try {
			console.log(JSON.stringify(await rehearseExample(${JSON.stringify(ruleset)})));
		} catch ({code, message, remedies}) {
			console.log(JSON.stringify({code, message, remedies}));
		}`);

async function resultOf(
	[file = '', ...arguments_]: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
	const {stdout} = await execa(file, arguments_, {env, timeout: 30_000});
	return JSON.parse(stdout);
}

const isRefused = (said: RegExp) => (error: unknown) =>
	error instanceof Failure &&
	error.code === 'firewall.refused' &&
	said.test(error.message);

suite('the rules are rehearsed with real packets', {skip: campusSkip()}, () => {
	test('those of the example do what the policy says', async () => {
		assert.deepEqual(await rehearseExample(), []);
	});

	const table = 'inet analytics_setup';
	for (const [fault, ruleset, expected] of [
		[
			'an emptied set',
			sabotaged(/^add element inet analytics_setup viewers-4 \{[^}]*\}$/gm),
			['10.20.0.1 could not reach 9999/tcp, though the policy permits it'],
		],
		[
			'an emptied set of IPv6',
			sabotaged(/^add element inet analytics_setup viewers-6 \{[^}]*\}$/gm),
			['2001:db8:20::1 could not reach 9999/tcp, though the policy permits it'],
		],
		[
			'a missing rule for an SSH client',
			sabotaged(/^.*tcp dport 22 .*$/gm),
			[
				'10.40.0.9 could not reach 22/tcp, though the policy permits it',
				'10.40.0.1 could not reach 22/tcp, though the policy permits it',
			],
		],
		[
			'a missing rule out',
			sabotaged(/^.*@sql-udp-4 .*$/gm),
			['this server could not reach 10.50.0.5 on 1433/udp, though the policy permits it'],
		],
		[
			'a port that is open to everybody',
			`${exampleRuleset}insert rule ${table} input tcp dport 9999 accept\n`,
			[
				'203.0.113.77 could reach 9999/tcp, though the policy does not permit it',
				'2001:db8:ffff:ffff::77 could reach 9999/tcp, though the policy does not permit it',
			],
		],
		[
			'a stranger in a set',
			`${exampleRuleset}add element ${table} remote-support-4 { 203.0.113.0/24 }\n`,
			['203.0.113.77 could reach 22/tcp, though the policy does not permit it'],
		],
		[
			'UDP that everybody may send',
			`${exampleRuleset}insert rule ${table} input meta nfproto ipv4 udp dport 9 accept\n`,
			['203.0.113.77 could reach 9/udp, though the policy does not permit it'],
		],
		[
			'SQL that may be anywhere',
			`${exampleRuleset}insert rule ${table} output meta nfproto ipv4 tcp dport 1433 accept\n`,
			[
				'this server could reach 203.0.113.77 on 1433/tcp, though the policy does not permit it',
			],
		],
	] as const) {
		test(`${fault} is found`, async () => {
			assert.deepEqual(await rehearseExample(ruleset), expected);
		});
	}

	test('without neighbour discovery nothing passes by IPv6', async () => {
		const texts = await rehearseExample(sabotaged(/^.*icmpv6 type.*$/gm));
		assert.ok(texts.length > 0);
		assert.deepEqual(
			texts.filter(text => !/2001:db8:.* could not|could not .*2001:db8:/.test(text)),
			[],
		);
	});

	test('without any rules every stranger is found', async () => {
		const strangers = exampleRehearsal.attempts.filter(
			({expected}) => expected === 'drop',
		);
		const found = await rehearse(exampleRehearsal, '', options);
		assert.deepEqual(
			new Set(found.map(({packet}) => packet)),
			new Set(strangers.map(({packet}) => packet)),
		);
	});

	test('sets of 100,000 networks', async () => {
		const viewers = {
			kind: 'some',
			names: [],
			cidrs: Array.from({length: 100_000}, (_, index) =>
				cidrOf({family: 4, value: 0x0a_00_00_00n + 2n * BigInt(index)}),
			),
		} as const;
		const rules = samplePolicy().rules.map(rule =>
			rule.id === 'viewers' ? {...rule, peers: viewers} : rule,
		);
		const policy = {...examplePolicy, rules};
		const rehearsal = rehearsalFor(policy, {
			facts: {addresses: [address('10.250.0.10')]},
			clients: [],
		});
		assert.deepEqual(await rehearse(rehearsal, renderRuleset(policy), options), []);
	});

	test('rules that the kernel refuses are refused', async () => {
		await assert.rejects(
			rehearseExample('add rule inet nowhere input accept\n'),
			isRefused(
				/^The kernel refuses these rules: .*No such file.*Nothing was changed\.$/,
			),
		);
	});

	test('it says so where no network namespace may be made', async () => {
		const result = await resultOf([
			'setpriv',
			'--bounding-set=-sys_admin',
			...rehearsing(),
		]);
		assert.partialDeepStrictEqual(result, {
			code: 'firewall.refused',
			message:
				'These rules could not be tried on a private network first: unshare: unshare failed: Operation not permitted. Nothing was changed.',
		});
	});

	for (const missing of ['unshare', 'nsenter', 'ip', 'nft']) {
		test(`it says so where "${missing}" is missing`, async context => {
			const folder = await temporaryFolder(context);
			for (const name of ['unshare', 'nsenter', 'ip', 'nft']) {
				if (name !== missing) {
					const {stdout} = await execa('sh', ['-c', `command -v ${name}`]);
					await symlink(stdout, join(folder, name));
				}
			}

			const result = await resultOf(rehearsing(), {PATH: folder});
			assert.partialDeepStrictEqual(result, {code: 'firewall.refused'});
			assert.match(JSON.stringify(result), new RegExp(`: [^.]*\\b${missing}\\b`));
		});
	}

	test('a kernel without IPv6 is rehearsed with IPv4', async () => {
		const ruleset = sabotaged(/^add element \S+ \S+ \S+-6 \{[^}]*\}$/gm);
		assert.notDeepEqual(await rehearseExample(ruleset), []);
		// As with "ipv6.disable=1": the kernel has no settings of IPv6.
		const without = 'mount -t tmpfs none /proc/sys && exec "$@"';
		const result = await resultOf([
			...['unshare', '--mount', 'sh', '-c', without, 'sh'],
			...rehearsing(ruleset),
		]);
		assert.deepEqual(result, []);
	});

	test('the network and the rules of the machine stay as they are', async () => {
		const look = 'ip -o address; ip route; nft list ruleset';
		const command = `set -e
			ip link set lo up
			echo 'table inet own { chain input { type filter hook input priority 0; }; }' | nft -f -
			before=$(${look})
			"$@"
			after=$(${look})
			test "$before" = "$after" && test -n "$after"`;
		const result = await resultOf([
			...['unshare', '--net', 'sh', '-c', command, 'sh'],
			...rehearsing(),
		]);
		assert.deepEqual(result, []);
	});

	test('whoever kills the program leaves no process behind', async () => {
		// One viewer is waited for, and meanwhile both sides listen.
		const ruleset = sabotaged(/^add element inet analytics_setup viewers-4 \{[^}]*\}$/gm);
		const [file = '', ...arguments_] = script(`
			const {exampleRehearsal, options} = await import('./test/rehearsal/example.ts');
			const {rehearse} = await import('./source/rehearsal/rehearse.ts');
			const run = (file, arguments_, more) => {
				const [here] = /\\d+/.exec(arguments_[0]);
				const [, far] = /netns (\\d+)/.exec(more.input) ?? [];
				if (far !== undefined) {
					console.log(JSON.stringify([here, far]));
				}

				return options.run(file, arguments_, more);
			};
			await rehearse(exampleRehearsal, ${JSON.stringify(ruleset)}, {...options, run});`);
		const program = execa(file, arguments_, {timeout: 30_000, reject: false});
		const [said] = await once(program.stdout, 'data');
		const actors: readonly string[] = JSON.parse(String(said));
		assert.equal(actors.length, 2);
		await waitUntil(() => actors.every(isListening));
		program.kill('SIGKILL');
		await program;
		await waitUntil(() => !actors.some(isThere));
	});
});

const isThere = (pid: string) => existsSync(`/proc/${pid}`);

function isListening(pid: string): boolean {
	const sockets = parseTcpTable(readFileSync(`/proc/${pid}/net/tcp`, 'utf8'));
	return sockets.some(({state}) => state === 'listening');
}

/** For what other processes do, which tell nobody; less than they would wait themselves. */
async function waitUntil(isSo: () => boolean): Promise<void> {
	const end = performance.now() + 2000;
	while (!isSo()) {
		assert.ok(performance.now() < end, 'it did not come to pass within 2 seconds');
		await setTimeout(10);
	}
}
