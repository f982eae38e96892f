import assert from 'node:assert/strict';
import {after, before, beforeEach, suite, test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {isAsAsked} from '../../source/firewall/compare.js';
import {parseListing} from '../../source/firewall/nft-json.js';
import {planChanges} from '../../source/firewall/plan.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import type {Policy} from '../../source/policy/policy.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {type Host, startHost} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {nftIn} from '../campus/nft-in.js';
import {readPrograms} from '../campus/programs.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const appliance4 = '10.10.0.10';
const appliance6 = '2001:db8:10::10';

/** What docker would load for `-p 9999:8000 -p 8080:8000 -p 514:8000/udp`. */
const publishing = ['ip', 'ip6']
	.map(family => {
		const container = family === 'ip' ? '172.18.0.2' : '[fd00:18::2]';
		return `table ${family} nat {
	chain DOCKER {
		tcp dport { 9999, 8080 } dnat to ${container}:8000
		udp dport 514 dnat to ${container}:8000
	}
	chain PREROUTING {
		type nat hook prerouting priority -100;
		fib daddr type local jump DOCKER
	}
	chain POSTROUTING {
		type nat hook postrouting priority 100;
		${family} saddr ${family === 'ip' ? '172.18.0.0/16' : 'fd00:18::/64'} oifname != "br0" masquerade
	}
}
`;
	})
	.join('');

/** A table of ours from before published ports were judged. */
const olderTable = `table inet analytics_setup {
	set viewers-4 { type ipv4_addr; flags interval; }
	chain input { type filter hook input priority -5; policy drop; iif lo accept; }
	chain output { type filter hook output priority -5; policy drop; oif lo accept; }
}
`;

const anyPolicy = samplePolicy();

suite('ports that containers publish, as docker would (imitated by nft and a host)', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;
	let container: Host;

	const nft = (arguments_: readonly string[], input?: string) =>
		nftIn(campus.hosts.appliance, arguments_, input);
	const load = (policy: Policy) => nft(['-f', '-'], renderRuleset(policy));
	const unload = () =>
		nft(['-f', '-'], 'add table inet analytics_setup\ndelete table inet analytics_setup');
	const inEffect = async () =>
		parseListing(await nft(['-j', '-n', 'list', 'table', 'inet', 'analytics_setup']));
	const reach = async (from: Host, port: number, protocol: 'tcp' | 'udp' = 'tcp') =>
		Promise.all(
			[appliance4, appliance6].map(async address => {
				const {outcome} = await from.dial({protocol, address, port});
				return outcome;
			}),
		);

	before(async () => {
		campus = await openCampus({services: false});
		const {agent} = await readPrograms();
		container = await startHost('container', agent);
		await plug(campus.hosts.appliance, container);
		await nft(['-f', '-'], publishing);
		await container.listen({protocol: 'tcp', port: 8000});
		await container.listen({protocol: 'udp', port: 8000});
	});
	beforeEach(unload);
	after(async () => {
		await container.close();
		await campus.close();
	});

	test('without our table, a stranger reaches them all', async () => {
		const {stranger} = campus.hosts;
		assert.deepEqual(await reach(stranger, 9999), ['connected', 'connected']);
		assert.deepEqual(await reach(stranger, 8080), ['connected', 'connected']);
		assert.deepEqual(await reach(stranger, 514, 'udp'), ['answered', 'answered']);
	});

	test('a viewer reaches a published 9999, a stranger does not', async () => {
		const {viewer, stranger} = campus.hosts;
		await load(samplePolicy());
		assert.deepEqual(await reach(viewer, 9999), ['connected', 'connected']);
		assert.deepEqual(await reach(stranger, 9999), ['timeout', 'timeout']);
	});

	test('a published port that no rule permits is refused to everybody, and counted', async () => {
		const {viewer, support} = campus.hosts;
		await load(samplePolicy());
		assert.deepEqual(await reach(viewer, 8080), ['timeout', 'timeout']);
		assert.deepEqual(await reach(support, 514, 'udp'), ['timeout', 'timeout']);
		assert.match(
			await nft(['list', 'chain', 'inet', 'analytics_setup', 'published']),
			/counter packets [1-9]\d* bytes \d+ drop comment "refused"/,
		);
	});

	test('an addition opens a published port to those it names', async () => {
		const {support, viewer} = campus.hosts;
		await load(
			withAnswers({
				extra: ['10.40.0.0/24', '2001:db8:40::/64'].map((peer, index) => ({
					...{id: `log-${index}`, direction: 'inbound', peer, port: 514},
					...{protocol: 'udp', usage: 'Logs'},
				})),
			}),
		);
		assert.deepEqual(await reach(support, 514, 'udp'), ['answered', 'answered']);
		assert.deepEqual(await reach(viewer, 514, 'udp'), ['timeout', 'timeout']);
	});

	test('packets to them are counted under the rule that permits them', async () => {
		await load(samplePolicy());
		await reach(campus.hosts.viewer, 9999);
		const {rules} = await inEffect();
		assert.ok((rules.find(({id}) => id === 'viewers')?.packets ?? 0) >= 4);
	});

	for (const address of [appliance4, appliance6]) {
		test(`a viewer who is taken away is cut off in mid-connection, and comes back: ${address}`, async () => {
			await load(samplePolicy());
			const session = await campus.hosts.viewer.connect({address, port: 9999});
			assert.equal(await session.say('hello'), 'answered');
			await load(withAnswers({viewers: {subnets: ['10.99.99.0/24']}}));
			assert.equal(await session.say('still there?'), 'timeout');
			await load(samplePolicy());
			assert.equal(await session.say('and now?', 3000), 'answered');
			await session.close();
		});

		test(`a narrow link on the way is told to the container: ${address}`, async () => {
			const {router, hosts} = campus;
			await load(samplePolicy());
			await router.run('ip', ['link', 'set', 'viewer', 'mtu', '1300']);
			const session = await hosts.viewer.connect({address, port: 9999});
			assert.equal(await session.say('x'.repeat(5000), 3000), 'answered');
			await session.close();
			await router.run('ip', ['link', 'set', 'viewer', 'mtu', '1500']);
			// What was learned about the way is forgotten, for the next test.
			await container.run('ip', ['route', 'flush', 'cache']);
		});
	}

	test('a container gets out, and the answers come in', async () => {
		const {stranger} = campus.hosts;
		await load(samplePolicy());
		await stranger.listen({protocol: 'tcp', port: 8443});
		for (const address of ['10.99.0.9', '2001:db8:99::9']) {
			const dialled = await container.dial({protocol: 'tcp', address, port: 8443});
			assert.equal(dialled.outcome, 'connected');
			const session = await container.connect({address, port: 8443});
			assert.equal(await session.say('hello'), 'answered');
			await session.close();
		}
	});

	test('what is routed on without being published is left alone', async () => {
		const {router, hosts} = campus;
		await router.run('ip', ['route', 'replace', '172.18.0.0/16', 'via', appliance4]);
		await load(samplePolicy());
		const {outcome} = await hosts.stranger.dial({
			...{protocol: 'tcp', address: '172.18.0.2', port: 8000},
		});
		assert.equal(outcome, 'connected');
	});

	test('what this server itself redirects is judged as outbound only', async () => {
		const {appliance, stranger} = campus.hosts;
		await load(withAnswers({outbound: {mode: 'open'}}));
		await stranger.listen({protocol: 'tcp', port: 8444});
		await nft(
			['-f', '-'],
			`table ip own {
				chain output {
					type nat hook output priority -100;
					ip daddr 192.0.2.1 tcp dport 7 dnat to 10.99.0.9:8444
				}
			}`,
		);
		const {outcome} = await appliance.dial({
			...{protocol: 'tcp', address: '192.0.2.1', port: 7},
		});
		await nft(['delete', 'table', 'ip', 'own']);
		assert.equal(outcome, 'connected');
	});

	test('a table from before published ports were judged is brought up to date', async () => {
		await nft(['-f', '-'], olderTable);
		assert.match((await inEffect()).oddities.join(), /containers publish are not judged/);
		for (const _ of ['once', 'twice']) {
			await load(anyPolicy);
			assert.ok(isAsAsked(anyPolicy, await inEffect()));
		}
	});

	for (const [name, change] of [
		['everything let through first', 'insert rule inet analytics_setup forward accept'],
		['nothing judged', 'flush chain inet analytics_setup forward'],
		[
			'a stranger let in first',
			'insert rule inet analytics_setup published ip saddr 10.99.0.9 counter accept',
		],
		[
			'a rule more under a name of ours',
			'insert rule inet analytics_setup published meta l4proto 6 ct original proto-dst 8080 counter accept comment "viewers"',
		],
		[
			'connections that are open let on',
			'insert rule inet analytics_setup published ct state established counter accept comment "replies"',
		],
	] as const) {
		test(`what was changed by hand is seen: ${name}`, async () => {
			await load(anyPolicy);
			await nft(['-f', '-'], change);
			const seen = await inEffect();
			assert.ok(!isAsAsked(anyPolicy, seen));
			assert.match(
				planChanges(anyPolicy, seen)
					.map(({text}) => text)
					.join(),
				/containers publish are not judged/,
			);
		});
	}
});

function withAnswers(sections: Partial<Answers>): Policy {
	return samplePolicy({answers: sampleAnswers(sections)});
}

/** One cable from the appliance to the container, as docker's bridge would be. */
async function plug(appliance: Host, container: Host): Promise<void> {
	await ip(appliance, [
		`link add br0 type veth peer name eth0 netns ${container.pid}`,
		'address add 172.18.0.1/16 dev br0',
		'address add fd00:18::1/64 dev br0 nodad',
		'link set br0 up',
	]);
	await ip(container, [
		'link set lo up',
		'link set eth0 up',
		'address add 172.18.0.2/16 dev eth0',
		'address add fd00:18::2/64 dev eth0 nodad',
		'route add default via 172.18.0.1',
		'route add default via fd00:18::1',
	]);
	const forwarding = ['ipv4/ip_forward', 'ipv6/conf/all/forwarding'].map(
		name => `echo 1 > /proc/sys/net/${name}`,
	);
	const {exitCode, stderr} = await appliance.run('sh', ['-c', forwarding.join(' && ')]);
	assert.equal(exitCode, 0, stderr);
}

async function ip(host: Host, lines: readonly string[]): Promise<void> {
	const {exitCode, stderr} = await host.run('ip', ['-batch', '-'], {
		input: lines.join('\n'),
	});
	assert.equal(exitCode, 0, stderr);
}
