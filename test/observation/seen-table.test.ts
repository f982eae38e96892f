import assert from 'node:assert/strict';
import {test} from 'node:test';
import {foreignTables} from '../../source/firewall/neighbours/foreign-table.js';
import {
	removeSeenTable,
	seenTable,
	seenTableScript,
} from '../../source/observation/seen-table.js';

const lines = seenTableScript.split('\n').map(line => line.trim());

test('it only counts: no rule of it does anything else to a packet', () => {
	const rules = lines
		.slice(lines.indexOf('chain tried {'))
		.filter(line => !/[{}]$/.test(line) || line.includes('@'));
	assert.ok(rules.length > 12);
	for (const rule of rules) {
		assert.match(
			rule,
			/^$|^type filter hook .* policy accept;$|^update @[a-z]+-(?:tcp|udp)-[46] \{ .* \}$| jump (?:tried|answered)$/,
		);
	}
});

test('it begins at nothing, and touches no other table', () => {
	assert.ok(seenTableScript.startsWith(removeSeenTable));
	assert.deepEqual(
		lines.filter(line =>
			/^(?:add|delete|flush|table|insert|create|destroy)\b/.test(line),
		),
		[`add table ${seenTable}`, `delete table ${seenTable}`, `table ${seenTable} {`],
	);
});

test('connections are counted after every other filter', () => {
	assert.ok(lines.includes('type filter hook output priority 500; policy accept;'));
	assert.ok(lines.includes('type filter hook input priority 500; policy accept;'));
});

test('every set has a bound', () => {
	const sets = lines.filter(line => line.startsWith('set '));
	assert.equal(sets.length, 2 * 2 * 2);
	for (const set of sets) {
		assert.match(set, /flags dynamic; size 4096; \}$/);
	}
});

test('it is no neighbour: it is one of our own tables', () => {
	const [family = '', name = ''] = seenTable.split(' ');
	const chain = {family, table: name, name: 'out', hook: 'output'};
	assert.deepEqual(foreignTables({nftables: [{chain}]}), []);
});
