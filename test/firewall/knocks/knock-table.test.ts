import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	knockTable,
	removeKnockTable,
	renderKnockTable,
} from '../../../source/firewall/knocks/knock-table.js';
import {foreignTables} from '../../../source/firewall/neighbours/foreign-table.js';

const script = renderKnockTable([9999, 22]);
const lines = script.split('\n').map(line => line.trim());

test('it only counts: no rule of it does anything else to a packet', () => {
	const rules = lines
		.slice(lines.indexOf('chain knocked {'))
		.filter(line => !/[{}]$/.test(line) || line.includes('@'));
	assert.ok(rules.length > 15);
	for (const rule of rules) {
		assert.match(
			rule,
			/^$|^type filter hook .* policy accept;$| update @[a-z]+-\d+-[46] \{ ip6? saddr counter \}$| jump (?:knocked|admitted|published)$/,
		);
	}
});

test('it replaces what an earlier run has left, and touches no other table', () => {
	assert.ok(script.startsWith(removeKnockTable));
	assert.deepEqual(
		lines.filter(line =>
			/^(?:add|delete|flush|table|insert|create|destroy)\b/.test(line),
		),
		[`add table ${knockTable}`, `delete table ${knockTable}`, `table ${knockTable} {`],
	);
});

test('knocks are counted before every other chain, and again after every other filter', () => {
	assert.ok(lines.includes('type filter hook prerouting priority -500; policy accept;'));
	assert.ok(lines.includes('type filter hook input priority 500; policy accept;'));
	assert.ok(lines.includes('type filter hook forward priority 500; policy accept;'));
});

test('every set has a bound', () => {
	const sets = lines.filter(line => line.startsWith('set '));
	assert.equal(sets.length, 2 * 2 * 3);
	for (const set of sets) {
		assert.match(set, /^set [a-z]+-(?:9999|22)-[46] \{ .*flags dynamic; size 4096; \}$/);
	}
});

test('who knocks is read before who was let in, so that nobody seems refused', () => {
	assert.ok(script.lastIndexOf('set knocked-') < script.indexOf('set admitted-'));
	assert.ok(script.lastIndexOf('set admitted-') < script.indexOf('set published-'));
});

test('numbers only', () => {
	assert.match(script, /^[a-z\d \t\n_.:;@{}()|&=!-]*$/);
	assert.doesNotMatch(script, /\bssh\b/);
});

test('it is no neighbour: it is one of our own tables', () => {
	const [family = '', name = ''] = knockTable.split(' ');
	const chain = {family, table: name, name: 'first', hook: 'prerouting'};
	assert.deepEqual(foreignTables({nftables: [{chain}]}), []);
});
