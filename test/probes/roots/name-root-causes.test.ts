import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Finding} from '../../../source/probes/finding.js';
import {clockFinding} from '../../../source/probes/roots/clock.js';
import {nameRootCauses} from '../../../source/probes/roots/name-root-causes.js';
import type {RootPlace} from '../../../source/probes/roots/root.js';
import {goodTime, goodTls} from '../recorded-seen.js';
import {found, foundServer, place, wentTo, wentToProxy} from './recorded-findings.js';

const goodServers = [foundServer('udp', null), foundServer('tcp', null)];
const silentServers = [
	foundServer('udp', 'dns.server-silent'),
	foundServer('tcp', 'dns.server-silent'),
];
const serversWithoutWay = [
	foundServer('udp', 'udp.unreachable'),
	foundServer('tcp', 'tcp.unreachable'),
];
const lost = [
	found('bitbucket', 'dns.timeout'),
	found('looker-license', 'dns.timeout'),
	found('mail', 'dns.timeout'),
];
const softened = {verdict: 'warn', address: '2001:db8::7'} as const;
const broken6 = (id: string) =>
	found(id, 'tcp.timeout', softened, [wentTo('2001:db8::7', {}, 'timeout')]);
const expired = found('bitbucket', 'tls.not-yet-valid', {}, [
	wentTo('192.0.2.1', {
		tls: {
			...goodTls,
			certificates: goodTls.certificates.map(each => ({
				...each,
				validFrom: '2028-01-01T00:00:00.000Z',
				validTo: '2029-01-01T00:00:00.000Z',
			})),
		},
	}),
]);
const slowClock = (): Finding => {
	const twoYears = {...goodTime, offset: 600 * 86_400_000};
	const server = found('ntp-0', null, {}, [wentTo('192.0.2.123', {time: twoYears})]);
	return clockFinding([server], place) ?? assert.fail();
};
const unreachable = [
	found('bitbucket', 'tcp.unreachable'),
	found('ntp-0', 'udp.unreachable'),
];
const blocked = [found('bitbucket', 'local.blocked'), found('ntp-0', 'local.blocked')];
const lossy = ['bitbucket', 'looker-license'].map(id =>
	found(id, 'tcp.mtu', {}, [
		wentTo('192.0.2.1', {path: {outcome: 'passes', largest: 1280}}),
	]),
);

// What was found, what is told of it, and what waits for that.
for (const [name, findings, lack, told, waiting] of [
	['nothing', [...goodServers, found('mail', null)], undefined, [], []],
	[
		'two faults that have nothing in common',
		[...goodServers, found('mail', 'smtp.rejected'), found('sql-tcp', 'tcp.timeout')],
		undefined,
		...([['mail', 'sql-tcp'], []] as const),
	],
	[
		'a DNS that is down',
		[...silentServers, ...lost],
		undefined,
		...([['dns-udp'], ['dns-tcp', 'bitbucket', 'looker-license', 'mail']] as const),
	],
	[
		'a DNS that looks nothing up',
		[...goodServers, ...lost],
		undefined,
		...([['dns'], ['bitbucket', 'looker-license', 'mail']] as const),
	],
	[
		'no route',
		[...unreachable, found('sql-tcp', null)],
		'route',
		...([['network'], ['bitbucket', 'ntp-0']] as const),
	],
	// Without a route there is no way to the DNS either: that is no second fault.
	[
		'no route, and therefore no DNS',
		[...serversWithoutWay, ...lost, ...unreachable],
		'route',
		['network'],
		['dns-udp', 'dns-tcp', 'bitbucket', 'looker-license', 'mail', 'bitbucket', 'ntp-0'],
	],
	[
		'no address',
		[...serversWithoutWay, ...lost],
		'address',
		['network'],
		['dns-udp', 'dns-tcp', 'bitbucket', 'looker-license', 'mail'],
	],
	[
		'no route to the proxy either',
		[found('bitbucket', 'proxy.unreachable', {}, [wentToProxy('unreachable')])],
		'route',
		...([['network'], ['bitbucket']] as const),
	],
	[
		'our own firewall',
		[...goodServers, ...blocked],
		undefined,
		...([['firewall'], ['bitbucket', 'ntp-0']] as const),
	],
	[
		'our own firewall, before the DNS as well',
		[
			foundServer('udp', 'local.blocked'),
			foundServer('tcp', 'local.blocked'),
			...blocked,
		],
		undefined,
		...([['firewall'], ['dns-udp', 'dns-tcp', 'bitbucket', 'ntp-0']] as const),
	],
	[
		'a clock that is wrong',
		[slowClock(), expired],
		undefined,
		...([['clock'], ['bitbucket']] as const),
	],
	[
		'a clock that is wrong, and breaks nothing',
		[slowClock(), found('mail', null)],
		undefined,
		...([['clock'], []] as const),
	],
	[
		'a proxy that wants a login',
		[found('bitbucket', 'proxy.login'), found('remirepo-cdn', 'proxy.login')],
		undefined,
		...([['proxy'], ['bitbucket', 'remirepo-cdn']] as const),
	],
	[
		'a way that loses large packets',
		lossy,
		undefined,
		...([['path'], ['bitbucket', 'looker-license']] as const),
	],
	[
		'a DNS that is down, and a fault of another kind',
		[...silentServers, ...lost, found('viewers', 'listen.nothing')],
		undefined,
		['dns-udp', 'viewers'],
		['dns-tcp', 'bitbucket', 'looker-license', 'mail'],
	],
] as const satisfies ReadonlyArray<
	readonly [
		string,
		readonly Finding[],
		RootPlace['lack'],
		readonly string[],
		readonly string[],
	]
>) {
	test(`of ${name} ${told.length === 0 ? 'nothing is told' : `only "${told.join(', ')}" is told`}`, () => {
		const {roots, results} = nameRootCauses(findings, {...place, lack});
		const all = [...roots, ...results];
		const idsOf = (verdicts: readonly string[]) =>
			all.filter(({verdict}) => verdicts.includes(verdict)).map(({id}) => id);
		assert.deepEqual(idsOf(['fail', 'warn']), told);
		assert.deepEqual(idsOf(['skipped']), waiting);
		assert.equal(results.length, findings.length);
	});
}

test('what waits says for what, with the cause and the owner of that, and nothing to do', () => {
	const {results} = nameRootCauses([...silentServers, ...lost], place);
	const {verdict, cause, owner, detail, remedy} = results.at(-1) ?? assert.fail();
	assert.deepEqual([verdict, cause], ['skipped', 'dns.server-silent']);
	assert.equal(owner, 'network');
	assert.equal(detail, 'waits for the DNS');
	assert.equal(remedy, null);
});

test('a DNS server that stands for the others is told in its own place', () => {
	const {roots, results} = nameRootCauses([...silentServers, ...lost], place);
	assert.deepEqual(roots, []);
	assert.equal(results[0], silentServers[0]?.result);
});

test('IPv6 that is broken is one warning, and the rows that work by IPv4 are proven', () => {
	const rows = [broken6('bitbucket'), broken6('looker-license')];
	const {roots, results} = nameRootCauses(rows, place);
	assert.deepEqual(
		roots.map(({id, verdict}) => [id, verdict]),
		[['ipv6', 'warn']],
	);
	for (const {verdict, cause, owner, remedy} of results) {
		assert.deepEqual([verdict, cause, owner, remedy], ['pass', null, null, null]);
	}
});

test('a proxy that refuses everybody, beside a straight way that works, is one fault', () => {
	const rows = ['bitbucket', 'remirepo-cdn'].map(id =>
		found(id, 'proxy.login', {verdict: 'warn'}),
	);
	const {roots, results} = nameRootCauses(rows, place);
	assert.deepEqual(
		roots.map(({id, verdict}) => [id, verdict]),
		[['proxy', 'fail']],
	);
	assert.ok(results.every(({verdict}) => verdict === 'pass'));
});
