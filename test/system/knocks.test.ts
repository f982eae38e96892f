import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import type {Host} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {nftIn} from '../campus/nft-in.js';
import {samplePolicy} from '../helpers/sample.js';
import {type WatchEvent, type WatchedProgram, watchProgram} from './watched-program.js';

const appliance = {4: '10.10.0.10', 6: '2001:db8:10::10'} as const;
const inbound = ['viewers', 'appsanywhere', 'remote-support'];

suite('who knocks on the ports of the appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	let programs: WatchedProgram[] = [];

	const nft = (arguments_: readonly string[], input?: string) =>
		nftIn(campus.hosts.appliance, arguments_, input);
	const isWatched = async () => (await nft(['list', 'tables'])).includes('_knocks');
	const untilTrue = async (isTrue: () => Promise<boolean>) => {
		const end = performance.now() + 5000;
		while (!(await isTrue())) {
			assert.ok(performance.now() < end, await nft(['list', 'ruleset']));
		}
	};

	/** Starts to watch, and waits until the kernel counts: in a table of another handle. */
	const watch = async (...arguments_: readonly string[]) => {
		const handle = async () =>
			/_knocks \{ # handle (\d+)/.exec(await nft(['-a', 'list', 'ruleset']))?.[1];
		const before = await handle();
		const program = watchProgram(campus, [...inbound, '--json', ...arguments_]);
		programs.push(program);
		await program.tells(({event}) => event === 'run');
		await untilTrue(async () => ![before, undefined].includes(await handle()));
		return program;
	};
	const knock = async (from: Host, port: number, family: 4 | 6 = 4) => {
		const address = appliance[family];
		return (await from.dial({protocol: 'tcp', address, port})).outcome;
	};
	const knockOf =
		(address: string, port = 9999) =>
		(event: WatchEvent) =>
			event.event === 'knock' && event.result?.address === address && event.port === port;
	const causeOf = async (program: WatchedProgram, address: string, port?: number) => {
		const {result} = await program.tells(knockOf(address, port));
		return [result?.id, result?.cause, result?.verdict];
	};

	before(async () => {
		campus = await openCampus({services: ['dns']});
		await furnishAppliance(campus);
	});
	beforeEach(async () => {
		programs = [];
		// The namespace is this test's own: nothing of the machine is in it.
		await nft(['flush', 'ruleset']);
		await nft(['-f', '-'], renderRuleset(samplePolicy()));
	});
	afterEach(async () => {
		await Promise.all(programs.map(program => program.end('SIGKILL')));
	});
	after(() => campus.close());

	for (const [family, viewer, stranger] of [
		[4, '10.20.0.7', '10.99.0.9'],
		[6, '2001:db8:20::7', '2001:db8:99::9'],
	] as const) {
		test(`a viewer is let in and a stranger refused, over IPv${family}`, async () => {
			const listener = await campus.hosts.appliance.listen({protocol: 'tcp', port: 9999});
			const program = await watch();
			assert.equal(await knock(campus.hosts.viewer, 9999, family), 'connected');
			assert.equal(await knock(campus.hosts.stranger, 9999, family), 'timeout');
			assert.deepEqual(await causeOf(program, viewer), ['viewers', null, 'pass']);
			assert.deepEqual(await causeOf(program, stranger), [
				'viewers',
				'knock.refused-by-rules',
				'fail',
			]);
			const {tries, letIn, result} = await program.tells(knockOf(viewer));
			assert.deepEqual([tries, letIn], [1, 1]);
			assert.match(result?.detail ?? '', /^let in by the rule "viewers"/);
			await listener.close();
		});
	}

	test('each port is told by the row that it belongs to', async () => {
		const program = await watch();
		const {appsanywhere, support} = campus.hosts;
		await Promise.all([knock(appsanywhere, 19_999), knock(support, 22)]);
		assert.equal((await causeOf(program, '10.30.0.10', 19_999))[0], 'appsanywhere');
		assert.equal((await causeOf(program, '10.40.0.7', 22))[0], 'remote-support');
	});

	test('who stays is told to be connected', async () => {
		const listener = await campus.hosts.appliance.listen({protocol: 'tcp', port: 9999});
		const program = await watch();
		const session = await campus.hosts.viewer.connect({
			...{address: appliance[4], port: 9999},
		});
		const {result} = await program.tells(knockOf('10.20.0.7'));
		assert.match(result?.detail ?? '', /and connected now$/);
		await session.close();
		await listener.close();
	});

	test('a client that tries again is the same machine', async () => {
		const program = await watch();
		await knock(campus.hosts.stranger, 9999);
		await program.tells(knockOf('10.99.0.9'));
		await knock(campus.hosts.stranger, 9999);
		await program.tells(event => knockOf('10.99.0.9')(event) && (event.tries ?? 0) > 1);
	});

	for (const [name, hook, priority] of [
		['in front of our rules', 'prerouting', -300],
		['behind our rules', 'input', 100],
	] as const) {
		test(`what another table drops ${name} is not said of our rules`, async () => {
			await nft(
				['-f', '-'],
				`table ip other { chain drops { type filter hook ${hook} priority ${priority}; tcp dport 9999 drop; }; }`,
			);
			const program = await watch();
			assert.equal(await knock(campus.hosts.viewer, 9999), 'timeout');
			assert.deepEqual(await causeOf(program, '10.20.0.7'), [
				'viewers',
				'knock.refused-elsewhere',
				'fail',
			]);
		});
	}

	test('a viewer whom the answers name, but the rules in effect do not', async () => {
		await nft(['flush', 'set', 'inet', 'analytics_setup', 'viewers-4']);
		const program = await watch();
		await knock(campus.hosts.viewer, 9999);
		assert.equal((await causeOf(program, '10.20.0.7'))[1], 'knock.not-applied');
	});

	test('rules that are applied meanwhile are the ones that are judged by', async () => {
		await nft(['flush', 'set', 'inet', 'analytics_setup', 'viewers-4']);
		const program = await watch();
		await knock(campus.hosts.viewer, 9999);
		await program.tells(knockOf('10.20.0.7'));
		await nft(['-f', '-'], renderRuleset(samplePolicy()));
		await knock(campus.hosts.viewer, 9999);
		const {result} = await program.tells(
			event => knockOf('10.20.0.7')(event) && event.letIn === 1,
		);
		assert.equal(result?.cause, 'knock.no-program');
	});

	test('what goes on to where a published port leads is let in too', async () => {
		const {sql, viewer, stranger} = campus.hosts;
		const listener = await sql.listen({protocol: 'tcp', port: 8000});
		await campus.hosts.appliance.run('sh', [
			...['-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward'],
		]);
		await nft(
			['-f', '-'],
			`table ip nat {
				chain prerouting {
					type nat hook prerouting priority -100;
					tcp dport 9999 dnat to 10.60.0.11:8000
				}
				chain postrouting {
					type nat hook postrouting priority 100;
					ct status dnat masquerade
				}
			}`,
		);
		const program = await watch();
		assert.equal(await knock(viewer, 9999), 'connected');
		assert.equal(await knock(stranger, 9999), 'timeout');
		const {result} = await program.tells(knockOf('10.20.0.7'));
		assert.equal(result?.cause, null);
		assert.match(result?.detail ?? '', /passed on to a container$/);
		assert.equal((await causeOf(program, '10.99.0.9'))[1], 'knock.refused-by-rules');
		await listener.close();
	});

	test('a stand-in answers where no program listens, and is gone afterwards', async () => {
		const listener = await campus.hosts.appliance.listen({protocol: 'tcp', port: 19_999});
		const program = await watch('--answer');
		const listening = (port: number) =>
			program.tells(event => event.event === 'listening' && event.port === port);
		assert.equal((await listening(9999)).listener, 'stand-in');
		assert.equal((await listening(19_999)).listener, 'program');
		const {viewer, support, appliance: server} = campus.hosts;
		assert.equal(await knock(viewer, 9999), 'connected');
		assert.equal(await knock(viewer, 9999, 6), 'connected');
		assert.equal(await knock(support, 22), 'refused', 'SSH is left alone');
		assert.equal((await causeOf(program, '10.20.0.7'))[1], 'knock.stand-in');
		assert.equal(await program.end('SIGTERM'), 130);
		assert.equal(await knock(viewer, 9999), 'refused');
		const {stdout} = await server.run('ss', ['-ltn']);
		assert.match(stdout, /:19999\b/);
		await listener.close();
	});

	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		test(`${signal} ends it with 130, and nothing of it is left in the kernel`, async () => {
			const program = await watch();
			assert.equal(await program.end(signal), 130);
			assert.equal(await isWatched(), false);
			assert.match(program.complained(), /Interrupted; nothing was changed\.\n$/);
		});
	}

	test('a table that SIGKILL has left is replaced by the next run, and counts anew', async () => {
		const first = await watch();
		await knock(campus.hosts.stranger, 9999);
		await first.tells(knockOf('10.99.0.9'));
		await first.end('SIGKILL');
		assert.ok(await isWatched());
		const second = await watch();
		await knock(campus.hosts.viewer, 9999);
		await second.tells(knockOf('10.20.0.7'));
		assert.doesNotMatch(second.said(), /10\.99\.0\.9/);
		await second.end('SIGINT');
		assert.equal(await isWatched(), false);
	});

	test('the end of another watch does not end this one', async () => {
		const first = await watch();
		const second = await watch();
		await knock(campus.hosts.stranger, 9999);
		await second.tells(knockOf('10.99.0.9'));
		await first.tells(knockOf('10.99.0.9'));
		assert.equal(await second.end('SIGINT'), 130);
		await untilTrue(isWatched);

		await knock(campus.hosts.viewer, 9999);
		await first.tells(knockOf('10.20.0.7'));
		await first.end('SIGINT');
		assert.equal(await isWatched(), false);
	});

	test('a reader that has seen enough ends it quietly', async () => {
		const {appliance: server, stranger} = campus.hosts;
		const command = `"$0" dist/cli.js probe viewers --watch --json --answers ${answersPath} | head -n 1`;
		const running = server.run('sh', ['-c', command, process.execPath]);
		await untilTrue(isWatched);

		// It learns of its reader when it has something to say.
		await knock(stranger, 9999);
		const {stdout, stderr} = await running;
		assert.match(stdout, /^\{"schema":1,"event":"run"[^\n]*$/);
		assert.equal(stderr, 'Waiting for what happens next; Ctrl-C ends it.');
		assert.equal(await isWatched(), false);
	});

	test('5,000 sources are counted up to the bound, and a viewer is still seen', async () => {
		const {stranger, viewer} = campus.hosts;
		const block = '10.98.0.0/16';
		await campus.router.run('ip', ['route', 'add', block, 'via', '10.99.0.9']);
		await stranger.run('ip', ['route', 'add', 'local', block, 'dev', 'lo']);
		const program = await watch();
		for (let first = 0; first < 5000; first += 500) {
			await Promise.all(
				Array.from({length: 500}, (_, index) =>
					stranger.dial({
						...{protocol: 'tcp', address: appliance[4], port: 9999, timeout: 20},
						sourceAddress: `10.98.${(first + index) >> 8}.${(first + index) & 255}`,
					}),
				),
			);
		}

		const {machines} = await program.tells(({event}) => event === 'full');
		assert.equal(machines, 4096);
		await knock(viewer, 9999);
		await program.tells(knockOf('10.20.0.7'));
		const listing = await nft(['list', 'table', 'inet', 'analytics_setup_knocks']);
		assert.equal(listing.match(/counter packets \d/g)?.length, 4097);
		assert.ok(program.said().length < 500_000, 'a flood is told in few lines');
	});

	test('rows that only go out need no kernel and no root', async () => {
		const program = watchProgram(campus, ['ntp-0', '--json', '--every', '5']);
		programs.push(program);
		await program.tells(({event}) => event === 'run');
		assert.equal(await program.end('SIGINT'), 130);
		assert.equal(await isWatched(), false);
		assert.doesNotMatch(program.complained(), /needs root/);
	});

	test('without nftables the rows that go out are watched, and that is said once', async () => {
		const program = watchProgram(campus, ['viewers', 'ntp-0', '--backend', 'files']);
		programs.push(program);
		await program.says(/proven/);
		assert.equal(await program.end('SIGINT'), 130);
		assert.equal(program.complained().match(/needs root and nftables/g)?.length, 1);
		assert.doesNotMatch(program.said(), /run one of these lines/);
		const alone = await runProgram(campus, [
			...['probe', 'viewers', '--watch', '--backend', 'files'],
			...['--answers', answersPath],
		]);
		assert.equal(alone.exitCode, 6);
	});

	for (const [flags, complaint] of [
		[['--every', '30'], /--every is about waiting, so it needs --watch\./],
		[['--answer'], /--answer is about waiting, so it needs --watch\./],
		[['--watch', '--every', '4'], /It must be a whole number from 5 to 3600\./],
	] as const) {
		test(`${flags.join(' ')} is refused with its reason`, async () => {
			const {exitCode, stderr} = await runProgram(campus, ['probe', ...flags]);
			assert.equal(exitCode, 2);
			assert.match(stderr, complaint);
		});
	}
});

suite('what changes while the connections are watched', {skip: campusSkip()}, () => {
	for (const [name, flags, words] of [
		[
			'in words',
			[],
			/^\d\d:\d\d:\d\d ✗ 0\.centos\.pool\.ntp\.org 123\/udp .+ \(was: stratum \d.*\)\n {11}\S/m,
		],
		[
			'as JSON',
			['--json'],
			/^\{"schema":1,"event":"changed","at":"[^"]+","was":\{"verdict":"pass","cause":null,"detail":"stratum .*"result":\{"id":"ntp-0"/m,
		],
	] as const) {
		test(`a time server that is switched off is told, and what it was before: ${name}`, async () => {
			await using campus = await openCampus({services: ['dns', 'time']});
			await furnishAppliance(campus);
			const program = watchProgram(campus, ['ntp-0', '--every', '5', ...flags]);
			await program.says(/stratum/);
			await campus.services.time?.stop();
			await program.says(words);
			assert.equal(await program.end('SIGINT'), 130);
		});
	}
});
