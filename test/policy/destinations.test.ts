import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {namesToResolve} from '../../source/policy/compile.js';
import {explain, type Packet} from '../../source/policy/explain.js';
import {
	followedAmong,
	followedNames,
	withAddresses,
} from '../../source/policy/followed-names.js';
import {policyFromJson, policyToJson} from '../../source/policy/stored-policy.js';
import {
	address,
	findRule,
	peersIn,
	sampleAnswers,
	sampleNames,
	samplePolicy,
} from '../helpers/sample.js';

/** The answers of the example, with nothing but the listed destinations permitted. */
function strictAnswers(sections: Partial<Answers> = {}): Answers {
	return sampleAnswers({outbound: {mode: 'destinations'}, ...sections});
}

function strictPolicy(sections: Partial<Answers> = {}, names = sampleNames) {
	return samplePolicy({answers: strictAnswers(sections), names});
}

const policy = strictPolicy();
const looker = new Map([['license.looker.com', [address('198.51.100.7')]]]);

function to(peer: string, port = 443): Packet {
	return {direction: 'outbound', protocol: 'tcp', peer: address(peer), port};
}

for (const [id, port, names] of [
	['sql-tcp', 1433, ['mssql.uni.edu']],
	['sql-udp', 1433, ['mssql.uni.edu']],
	[
		'time',
		123,
		['0.centos.pool.ntp.org', '1.centos.pool.ntp.org', '2.centos.pool.ntp.org'],
	],
	['mail', 587, ['smtp.uni.edu']],
	['mirrorlist-centos', 80, ['mirrorlist.centos.org']],
	['remirepo-cdn', 80, ['cdn.remirepo.net']],
	['remirepo-rpms', 443, ['rpms.remirepo.net']],
	['fedora-mirrors', 443, ['mirrors.fedoraproject.org']],
	['acc-blob', 443, ['s2public.blob.core.windows.net']],
	['acc-cdn', 443, ['software2-public.azureedge.net']],
	['bitbucket', 443, ['bitbucket.org']],
	['looker-license', 443, ['license.looker.com']],
] as const) {
	test(`only the listed destinations: ${id} goes to ${names.join(', ')}`, () => {
		const rule = findRule(policy, id, 'outbound');
		assert.ok(rule?.match.kind === 'port' && rule.match.port === port);
		assert.deepEqual(
			followedAmong(rule.peers).map(({name}) => name),
			names,
		);
		assert.deepEqual(peersIn(rule), []);
	});
}

test('no outbound rule to a port is for any destination', () => {
	const open = policy.rules.filter(
		({direction, match, peers}) =>
			direction === 'outbound' && match.kind === 'port' && peers.kind === 'any',
	);
	assert.deepEqual(open, []);
});

test('the rows that only name a port have no rule, nor has a relay that is not used', () => {
	for (const id of ['http', 'https', 'sendgrid', 'ntp-0', 'ntp-3']) {
		assert.equal(findRule(policy, id), undefined);
	}
});

test('addresses among the answers stay as they are, beside names', () => {
	const rule = findRule(
		strictPolicy({time: {servers: ['10.0.0.1', 'ntp.uni.edu']}}),
		'time',
	);
	assert.deepEqual(peersIn(rule), ['10.0.0.1']);
	assert.ok(rule !== undefined);
	assert.deepEqual(
		followedAmong(rule.peers).map(({name}) => name),
		['ntp.uni.edu'],
	);
});

test('proxy, SQL Browser and outbound additions are followed, inbound ones are not', () => {
	const {sql} = sampleAnswers();
	const addition = {port: 9102, protocol: 'tcp', usage: 'Backup'} as const;
	const names = followedNames(
		strictPolicy({
			sql: {...sql, instance: 'REPORTS'},
			proxy: {url: 'http://proxy.uni.edu:3128', noProxy: []},
			extra: [
				{...addition, id: 'in', direction: 'inbound', peer: 'in.uni.edu'},
				{...addition, id: 'out', direction: 'outbound', peer: 'out.uni.edu'},
			],
		}),
	);
	assert.ok(names.includes('proxy.uni.edu'));
	assert.ok(names.includes('mssql.uni.edu'));
	assert.ok(names.includes('out.uni.edu'));
	assert.ok(!names.includes('in.uni.edu'));
	assert.ok(!names.includes('aa2.uni.edu'));
});

for (const mode of ['ports', 'open'] as const) {
	test(`no name is followed where outbound is: ${mode}`, () => {
		const answers = sampleAnswers({outbound: {mode}});
		assert.deepEqual(followedNames(samplePolicy({answers})), []);
	});
}

test('every name that is followed is looked up beforehand', () => {
	const names = namesToResolve(catalogue, strictAnswers());
	assert.deepEqual(
		followedNames(policy).filter(name => !names.includes(name)),
		[],
	);
});

test('a name that is too long for a set of its own keeps the addresses that it has', () => {
	const name = `${'a.'.repeat(124)}uni`;
	assert.equal(name.length, 251);
	const rule = findRule(
		strictPolicy(
			{
				extra: [
					{
						...{id: 'long', direction: 'outbound', peer: name},
						...{port: 443, protocol: 'tcp', usage: 'Long'},
					},
				],
			},
			new Map([[name, [address('192.0.2.9')]]]),
		),
		'extra-long',
	);
	assert.deepEqual(peersIn(rule), ['192.0.2.9']);
});

test('a packet passes by the address that a name has at that moment', () => {
	const now = withAddresses(policy, looker);
	assert.equal(explain(now, to('198.51.100.7')).rule?.id, 'looker-license');
	assert.equal(explain(now, to('198.51.100.8')).verdict, 'drop');
	assert.equal(explain(now, to('198.51.100.7', 80)).verdict, 'drop');
	assert.equal(explain(policy, to('198.51.100.7')).verdict, 'drop');
	const later = withAddresses(now, new Map());
	assert.equal(explain(later, to('198.51.100.7')).verdict, 'drop');
});

test('an address that is never permitted passes by no name', () => {
	const now = withAddresses(
		policy,
		new Map([['license.looker.com', [address('10.0.0.7'), address('169.254.0.7')]]]),
	);
	assert.equal(explain(now, to('10.0.0.7')).verdict, 'drop');
	assert.equal(explain(now, to('169.254.0.7')).verdict, 'drop');
});

test('what a followed name stood for is not kept with a policy', () => {
	const text = policyToJson(withAddresses(policy, looker));
	assert.equal(text, policyToJson(policy));
	const stored = policyFromJson(text);
	assert.ok(stored);
	assert.deepEqual(followedNames(stored), followedNames(policy));
});

test('a policy of an earlier version follows no name', () => {
	const earlier = policyToJson(samplePolicy()).replaceAll(/,\s*"isFollowed": false/g, '');
	assert.ok(!earlier.includes('isFollowed'));
	assert.deepEqual(policyFromJson(earlier), samplePolicy());
});
