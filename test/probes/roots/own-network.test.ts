import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ownNetworkRoot} from '../../../source/probes/roots/own-network.js';
import type {DialOutcome} from '../../../source/probes/tcp/dial-outcome.js';
import {found, foundServer, place, wentToProxy} from './recorded-findings.js';

const withoutRoute = {...place, lack: 'route'} as const;
const withoutAddress = {...place, lack: 'address'} as const;
const unreachable = found('bitbucket', 'tcp.unreachable');
const behindProxy = (outcome: DialOutcome) =>
	found('bitbucket', 'proxy.unreachable', {}, [wentToProxy(outcome)]);

for (const [lacking, cause, words] of [
	[withoutRoute, 'host.no-route', /gateway/],
	[withoutAddress, 'host.no-address', /Set one in its network configuration/],
] as const) {
	test(`a server without ${lacking.lack} is told ${cause} once`, () => {
		const root = ownNetworkRoot([unreachable], lacking);
		assert.ok(root);
		const {id, verdict, owner, port, protocol, destination, remedy} = root.result;
		assert.equal(root.result.cause, cause);
		assert.deepEqual([id, verdict, owner], ['network', 'fail', 'this-host']);
		assert.deepEqual([port, protocol, destination], [null, null, 'this server']);
		assert.match(remedy ?? '', words);
	});
}

test('where nothing lacks, or nothing fails of it, the network is not blamed', () => {
	assert.equal(ownNetworkRoot([unreachable], place), undefined);
	assert.equal(ownNetworkRoot([found('bitbucket', null)], withoutRoute), undefined);
	assert.equal(ownNetworkRoot([], withoutRoute), undefined);
});

for (const [name, finding, isExplained] of [
	['a destination without a way to it', unreachable, true],
	['a time server without a way to it', found('ntp-0', 'udp.unreachable'), true],
	['a name that cannot be looked up', found('bitbucket', 'dns.timeout'), true],
	['a DNS server without a way to it', foundServer('udp', 'udp.unreachable'), true],
	['a DNS server that is silent', foundServer('udp', 'dns.server-silent'), false],
	['a proxy without a way to it', behindProxy('unreachable'), true],
	// In the own subnet, where some servers have no default route on purpose.
	['a proxy that refuses', behindProxy('refused'), false],
	['a proxy that is silent', behindProxy('timeout'), false],
	['a port that nobody listens on', found('sql-tcp', 'tcp.refused'), false],
	['a program that does not listen', found('viewers', 'listen.nothing'), false],
	[
		'a family that another makes up for',
		found('mail', 'tcp.unreachable', {verdict: 'warn'}),
		false,
	],
	['what works in the own subnet', found('sql-tcp', null), false],
] as const) {
	test(`without a route, ${name} is ${isExplained ? '' : 'not '}explained`, () => {
		const root = ownNetworkRoot([unreachable, finding], withoutRoute);
		assert.equal(root?.explains(finding), isExplained);
	});
}
