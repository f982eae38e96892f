import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {suite, test} from 'node:test';
import type {Extra} from '../../../source/answers/schema.js';
import type {Protocol} from '../../../source/catalogue/connection.js';
import {neighboursOf} from '../../../source/firewall/neighbours/neighbours-of.js';
import type {Listing} from '../../../source/firewall/nft-listing.js';
import {sampleAnswers, samplePolicy} from '../../helpers/sample.js';
import {type ImitationName, imitationNames} from './imitations.js';

const recorded = JSON.parse(
	await readFile('test/firewall/neighbours/recorded.json', 'utf8'),
) as Readonly<Record<ImitationName, Listing>>;
const policy = samplePolicy();

/** `! name: text` for who may refuse what the rules permit. */
function wordsFor(listing: Listing, rules = policy): readonly string[] {
	return neighboursOf(listing, rules).map(
		({name, text, isBlocking}) => `${isBlocking ? '! ' : ''}${name}: ${text}`,
	);
}

const extra = (port: number, protocol: Protocol): Extra => ({
	id: `port-${port}`,
	direction: 'inbound',
	peer: '10.9.0.0/24',
	port,
	protocol,
	usage: 'A container',
});

const expected: Readonly<Record<ImitationName, readonly string[]>> = {
	docker: [
		'docker: docker sends packets on to containers; these rules judge them by the port that is published.',
		'docker: 9999/tcp (to 172.17.0.2:8000) is published by docker: 10.20.0.0/16, 2001:db8:20::/48 may reach it (viewers).',
		'docker: 8080/tcp (to 172.17.0.3:80), 514/udp (to 172.17.0.4:514) are published by docker: nobody may reach them by these rules; add to "extra" those that somebody should.',
	],
	'docker with nftables': [
		'docker: docker sends packets on to containers; these rules judge them by the port that is published.',
		'docker: 8080/tcp (to 172.17.0.3:80) is published by docker: nobody may reach it by these rules; add it to "extra" if somebody should.',
	],
	podman: [
		'podman: podman sends packets on to containers; these rules judge them by the port that is published.',
		'podman: 8081/tcp (to 10.88.0.5:80), 9000-9003/tcp (to 10.88.0.6) are published by podman: nobody may reach them by these rules; add to "extra" those that somebody should.',
	],
	fail2ban: [
		'! fail2ban: fail2ban may ban an address for a time, an administrator\'s too, whatever these rules permit; "fail2ban-client unban ADDRESS" lets it in again.',
	],
	'fail2ban with iptables': [
		'! fail2ban: fail2ban may ban an address for a time, an administrator\'s too, whatever these rules permit; "fail2ban-client unban ADDRESS" lets it in again.',
	],
	ufw: [
		'! ufw: ufw has a say too: what it does not permit is refused, whatever these rules permit; "ufw disable" ends that.',
	],
	iptables: [
		'! ip filter: The iptables table "ip filter" may still refuse what these rules permit: it judges incoming and outgoing packets too.',
	],
	'docker and iptables': [
		'docker: docker sends packets on to containers; these rules judge them by the port that is published.',
		'! ip filter: The iptables table "ip filter" may still refuse what these rules permit: it judges incoming packets too.',
	],
	'nftables.service': [
		'! inet filter: The table "inet filter", which is usually that of nftables.service, may still refuse what these rules permit: it judges incoming packets too.',
	],
	firewalld: [
		'! firewalld: firewalld has a say too: what it does not permit is refused, whatever these rules permit.',
	],
	'firewalld, killed while it reloaded': [
		'! firewalld_policy_drop: firewalld was interrupted while it reloaded, and every new connection is refused until "firewall-cmd --reload" is run.',
	],
	'a map that sends to a refusal': [
		'! inet site: The table "inet site" may still refuse what these rules permit: it judges incoming packets too.',
	],
	'a table that only counts': [
		'inet traffic: The table "inet traffic" sees incoming packets too, and refuses none.',
	],
	'a table without a hook': [],
	'a port that an administrator sends on': [
		'ip forwarding: The table "ip forwarding" sees incoming and outgoing packets too, and refuses none.',
		'ip forwarding: 2222/tcp (to 10.60.0.11:22), 2223/tcp (to 10.60.0.11:22) are published by the table "ip forwarding": nobody may reach them by these rules; add to "extra" those that somebody should.',
		'ip forwarding: Some ports that the table "ip forwarding" publishes cannot be read here: by these rules only those may be reached that a rule names.',
	],
	'our own tables': [],
};

suite('who else has a say, from recorded listings', () => {
	for (const name of imitationNames) {
		test(name, () => {
			assert.deepEqual(wordsFor(recorded[name]), expected[name]);
		});
	}
});

test('nobody else is there where there is no other table', () => {
	assert.deepEqual(wordsFor({nftables: []}), []);
});

test('a published port is open to those whom an addition names, by protocol', () => {
	const answers = sampleAnswers({extra: [extra(8080, 'tcp'), extra(514, 'tcp')]});
	const texts = wordsFor(recorded.docker, samplePolicy({answers})).join('\n');
	assert.match(texts, /8080\/tcp \(to .*\) is published by docker: 10\.9\.0\.0\/24 may/);
	assert.match(texts, /514\/udp \(to .*\) is published by docker: nobody may reach it/);
});

test('a rule for a port within a published range is found', () => {
	const answers = sampleAnswers({extra: [extra(9002, 'tcp')]});
	const texts = wordsFor(recorded.podman, samplePolicy({answers})).join('\n');
	assert.match(
		texts,
		/9000-9003\/tcp .*: 10\.9\.0\.0\/24 may reach .*\(extra-port-9002\)/,
	);
});

test('the same neighbour is named once, however many tables it has', () => {
	const both = {nftables: [...recorded.docker.nftables, ...recorded.podman.nftables]};
	const names = neighboursOf(both, policy).map(({text}) => text);
	assert.equal(new Set(names).size, names.length);
	assert.equal(names.filter(text => text.startsWith('docker sends')).length, 1);
});

/** A chain with a hook in a table of this name, and rules. */
function listing(table: string, ...rules: readonly unknown[]): Listing {
	const chain = {family: 'ip', table, name: 'PREROUTING', type: 'nat', policy: 'accept'};
	const objects = [
		{chain: {...chain, hook: 'prerouting'}},
		{chain: {family: 'ip', table, name: 'DOCKER'}},
		...rules.map(expr => ({rule: {family: 'ip', table, chain: 'DOCKER', expr}})),
		{
			rule: {
				...{family: 'ip', table, chain: 'PREROUTING'},
				expr: [{jump: {target: 'DOCKER'}}],
			},
		},
	];
	return {nftables: objects as Listing['nftables']};
}

const publishing = (port: number) => [
	{
		match: {op: '==', left: {payload: {protocol: 'tcp', field: 'dport'}}, right: port},
	},
	{dnat: {addr: '172.17.0.2', port}},
];

test('of very many published ports the first are named, and the rest counted', () => {
	const ports = Array.from({length: 500}, (_, index) => publishing(30_000 + index));
	const [, text = ''] = wordsFor(listing('nat', ...ports));
	assert.match(text, /30009\/tcp \(to 172\.17\.0\.2:30009\) and 490 more are published/);
	assert.ok(text.length < 700);
});

for (const [name, part] of [
	['older nft, which knows nothing of it', {xt: null}],
	['newer nft, by its name', {xt: {type: 'target', name: 'DNAT'}}],
] as const) {
	test(`a port published by an extension of iptables is not passed over: ${name}`, () => {
		assert.match(wordsFor(listing('nat', [part])).join(), /cannot be read here/);
	});
}

test('an extension of iptables that refuses counts as a refusal', () => {
	const refusing = listing('mangle', [{xt: {type: 'target', name: 'REJECT'}}]);
	const [first] = neighboursOf(
		JSON.parse(JSON.stringify(refusing).replaceAll('DOCKER', 'MINE')),
		policy,
	);
	assert.equal(first?.isBlocking, true);
});

test('the name of a table cannot write to the terminal', () => {
	const texts = wordsFor(
		JSON.parse(
			JSON.stringify(listing('x\u001B]0;evil\u0007\u202E')).replaceAll('DOCKER', 'MINE'),
		),
	).join();
	assert.doesNotMatch(texts, /[\p{Cc}\p{Cf}]/u);
	assert.match(texts, /"ip x\?\?0\?evil\?\?"/);
});

test('chains that send packets round in a circle end', () => {
	const table = 'round';
	const chain = (name: string) => ({chain: {family: 'ip', table, name}});
	const jump = (from: string, to: string) => ({
		rule: {family: 'ip', table, chain: from, expr: [{jump: {target: to}}]},
	});
	const objects = [
		{chain: {...chain('in').chain, type: 'filter', hook: 'input', policy: 'accept'}},
		...[chain('a'), chain('b'), jump('in', 'a'), jump('a', 'b'), jump('b', 'a')],
	];
	assert.equal(
		neighboursOf({nftables: objects as Listing['nftables']}, policy)[0]?.isBlocking,
		false,
	);
});
