import assert from 'node:assert/strict';
import {test} from 'node:test';
import {table} from '../../source/firewall/name-sets.js';
import {setNames} from '../../source/firewall/peer-sets.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';
import {listedPolicy} from './listed-policy.js';

const script = renderRuleset(listedPolicy);
const lines = script.split('\n').map(line => line.trim());

type Chain = 'input' | 'output' | 'published' | 'forward';

/** The rules of a chain: its last block, since the first one declares it. */
function rulesOf(chain: Chain): readonly string[] {
	const start = lines.lastIndexOf(`chain ${chain} {`);
	return lines.slice(start + 1, lines.indexOf('}', start));
}

test('the script has plain characters only, whatever the installer wrote', () => {
	const {sql} = sampleAnswers();
	const hostile = renderRuleset(
		samplePolicy({
			answers: sampleAnswers({
				server: {hostname: 'evil.uni.edu'},
				sql: {...sql, instance: '_evil$'},
				extra: [
					{
						...{id: 'backup', direction: 'inbound', peer: '10.9.0.1', port: 9102},
						...{protocol: 'tcp', usage: 'evil" accept; } flush ruleset $(reboot) <x>'},
					},
				],
			}),
		}),
	);
	for (const text of [script, hostile]) {
		assert.match(text, /^[a-z\d \t\n_.,:;@/{}()|&="-]*$/);
		assert.doesNotMatch(text, /evil|flush ruleset/);
	}
});

test('no name of a machine reaches the kernel', () => {
	assert.doesNotMatch(script, /uni\.edu|aa2|mssql/);
});

test('quotes hold the id of a rule, and nothing else', () => {
	const ids = new Set<string>([...listedPolicy.rules.map(({id}) => id), 'refused']);
	for (const [, comment = ''] of script.matchAll(/"([^"]*)"/g)) {
		assert.ok(ids.has(comment), comment);
	}
});

test('the same policy makes the same script', () => {
	assert.equal(renderRuleset(listedPolicy), script);
	assert.equal(renderRuleset(samplePolicy()), renderRuleset(samplePolicy()));
});

test('every statement stays in our own table', () => {
	const statements = lines.filter(line =>
		/^(?:add|delete|flush|table|insert|create|destroy)\b/.test(line),
	);
	assert.ok(statements.length > 20);
	for (const statement of statements) {
		assert.ok(
			statement.includes(` ${table} `) || statement.endsWith(` ${table}`),
			statement,
		);
	}

	assert.equal(table, 'inet analytics_setup');
	assert.ok(!statements.some(statement => /^(?:delete|destroy) table/.test(statement)));
});

test('both chains refuse what no rule permits, from their declaration on', () => {
	for (const chain of ['input', 'output']) {
		assert.ok(
			lines.includes(
				`chain ${chain} { type filter hook ${chain} priority -5; policy drop; }`,
			),
		);
	}
});

test('sources of the listed ports are judged before connections that are open', () => {
	const input = rulesOf('input');
	const established = input.findIndex(line => line.startsWith('ct state'));
	const guard = input.findIndex(line => line.startsWith('tcp dport { 22, 9999, 19999 }'));
	assert.equal(
		input[guard],
		'tcp dport { 22, 9999, 19999 } counter drop comment "refused"',
	);
	assert.equal(
		input[established],
		'ct state established,related counter accept comment "replies"',
	);
	assert.equal(guard + 1, established);
	for (const id of ['viewers', 'appsanywhere', 'remote-support']) {
		const at = input.findIndex(line => line.endsWith(`accept comment "${id}"`));
		assert.ok(at >= 0 && at < guard, id);
	}
});

test('an addition on a listed port stands before the guard too, or it would never match', () => {
	const policy = samplePolicy({
		answers: sampleAnswers({
			extra: [
				{
					...{id: 'admin', direction: 'inbound', peer: '10.60.0.0/24', port: 22},
					...{protocol: 'tcp', usage: 'Administrators'},
				},
			],
		}),
	});
	const text = renderRuleset(policy);
	const at = text.indexOf('comment "extra-admin"');
	assert.ok(at > 0 && at < text.indexOf('counter drop'));
});

test('this server may always talk to itself, before anything is judged', () => {
	assert.equal(rulesOf('input')[0], 'iif lo counter accept comment "loopback"');
	assert.deepEqual(rulesOf('output').slice(0, 3), [
		'oif lo counter accept comment "loopback"',
		'ip daddr 127.0.0.0/8 counter accept comment "loopback"',
		'ip6 daddr ::1 counter accept comment "loopback"',
	]);
});

test('what is refused is counted in, and said aloud out', () => {
	assert.equal(rulesOf('input').at(-1), 'counter comment "refused"');
	assert.equal(
		rulesOf('output').at(-1),
		'counter reject with icmpx type admin-prohibited comment "refused"',
	);
});

test('what is sent on is let through, but for published ports on their way in', () => {
	assert.ok(
		lines.includes(
			'chain forward { type filter hook forward priority -5; policy accept; }',
		),
	);
	assert.deepEqual(rulesOf('forward'), [
		'ct status dnat ct direction original jump published',
	]);
});

test('published ports are judged by the sets of the inbound rules, and refused at the end', () => {
	const published = rulesOf('published');
	const portRule = (id: string, word: string, family: 4 | 6, port: number) =>
		`${word} saddr @${id}-${family} meta l4proto 6 ct original proto-dst ${port} counter accept comment "${id}"`;
	for (const [id, port] of [
		['viewers', 9999],
		['appsanywhere', 19_999],
		['remote-support', 22],
		['extra-backup', 9102],
	] as const) {
		assert.deepEqual(
			published.filter(line => line.includes(`"${id}"`)),
			[portRule(id, 'ip', 4, port), portRule(id, 'ip6', 6, port)],
		);
	}

	assert.equal(published.at(-1), 'counter drop comment "refused"');
});

test('open connections to published ports are judged like new ones', () => {
	assert.ok(!rulesOf('published').some(line => line.includes('ct state')));
});

test("errors about connections to published ports pass, and the host's own needs do not", () => {
	const own = new Set(rulesOf('input'));
	const shared = rulesOf('published').filter(line => own.has(line));
	assert.deepEqual(
		shared.map(line => line.split(' ')[0]),
		['icmp', 'icmpv6'],
	);
	assert.ok(!rulesOf('published').some(line => /dhcp|loopback|replies/.test(line)));
});

test('an outbound rule opens no published port', () => {
	const comments = rulesOf('published').map(line => /"(.*)"/.exec(line)?.[1]);
	const inbound = listedPolicy.rules.filter(({direction}) => direction === 'inbound');
	const allowed = new Set([...inbound.map(({id}) => id), 'refused']);
	assert.deepEqual(
		comments.filter(comment => comment === undefined || !allowed.has(comment)),
		[],
	);
	assert.ok(!comments.includes('sql-tcp'));
});

test('every rule with peers is limited to its own sets, once a family', () => {
	for (const {id, direction, peers} of listedPolicy.rules) {
		const accepts = rulesOf(direction === 'inbound' ? 'input' : 'output').filter(line =>
			line.endsWith(`accept comment "${id}"`),
		);
		const word = direction === 'inbound' ? 'saddr' : 'daddr';
		const found = new Set(accepts.map(line => /^ip6? [sd]addr @\S+/.exec(line)?.[0]));
		assert.deepEqual(
			[...found],
			peers.kind === 'any'
				? [undefined]
				: [`ip ${word} @${id}-4`, `ip6 ${word} @${id}-6`],
		);
	}
});

test('what begins no connection goes out, whether it was tracked before or not', () => {
	const output = rulesOf('output');
	const line = 'tcp flags & (syn | ack) == ack counter accept comment "replies"';
	const replies = 'ct state established,related counter accept comment "replies"';
	assert.equal(output.indexOf(line), output.indexOf(replies) + 1);
	assert.ok(output.includes(replies));
	assert.ok(!rulesOf('input').includes(line));
});

test('a port of origin is looked at where a rule has one', () => {
	assert.ok(
		rulesOf('input').includes('udp sport 67 udp dport 68 counter accept comment "dhcp"'),
	);
});

test('sets are emptied before they are filled, and left empty without peers', () => {
	for (const name of setNames(listedPolicy)) {
		assert.ok(lines.includes(`flush set ${table} ${name}`), name);
	}

	const viewers = lines.indexOf(`flush set ${table} viewers-4`);
	assert.deepEqual(lines.slice(viewers + 1, viewers + 6), [
		`add element ${table} viewers-4 {`,
		'10.20.0.0/24,',
		'10.20.1.0/24,',
		'10.20.7.9,',
		'}',
	]);
	assert.ok(!lines.some(line => line.startsWith(`add element ${table} proxy-4`)));
});

test('a set that the kernel does not have is filled by the statement that makes it', () => {
	const fresh = renderRuleset(listedPolicy, ['remote-support-4']).split('\n');
	const viewers = fresh.indexOf(
		'\tset viewers-4 { type ipv4_addr; flags interval; elements = {',
	);
	assert.deepEqual(fresh.slice(viewers + 1, viewers + 5), [
		'\t10.20.0.0/24,',
		'\t10.20.1.0/24,',
		'\t10.20.7.9,',
		'\t}; }',
	]);
	assert.ok(fresh.includes('\tset proxy-6 { type ipv6_addr; flags interval; }'));
	const filled = fresh.filter(line => /^(?:flush set|add element)/.test(line));
	assert.deepEqual(filled, [
		`flush set ${table} remote-support-4`,
		`add element ${table} remote-support-4 {`,
	]);
});

for (const held of [undefined, [], ['viewers-4']]) {
	test(`however many sources there are, so many statements (held: ${held?.join()})`, () => {
		const policyOf = (count: number) =>
			samplePolicy({answers: sampleAnswers({viewers: {subnets: networks(count)}})});
		const statements = (count: number) =>
			renderRuleset(policyOf(count), held)
				.split('\n')
				.filter(line => !/^\t[\da-f.:/]+,$/.test(line)).length;
		assert.equal(statements(1000), statements(2));
	});
}

const networks = (count: number) =>
	Array.from({length: count}, (_, index) => `10.${index >> 8}.${index & 255}.0/29`);

test('sets of an earlier policy go after the rules that used them', () => {
	const stale = renderRuleset(listedPolicy, ['extra-old-4', 'extra-old-6']).split('\n');
	const deleted = stale.indexOf(`delete set ${table} extra-old-4`);
	for (const chain of ['input', 'output', 'published', 'forward']) {
		const flushed = stale.indexOf(`flush chain ${table} ${chain}`);
		assert.ok(flushed > 0 && deleted > flushed, chain);
	}

	assert.ok(stale.includes(`delete set ${table} extra-old-6`));
	assert.ok(!script.includes('delete set'));
});
