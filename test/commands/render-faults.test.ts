import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderFaults, renderRemark} from '../../source/commands/render-faults.js';

const place = {file: 'site.yaml', line: 7, column: 5};

for (const [path, value, line] of [
	['', null, 'site.yaml:7: Why.'],
	['sql', null, 'site.yaml:7: sql: Why.'],
	['sql.port', 0, 'site.yaml:7: sql.port = 0: Why.'],
	['sql.udp', true, 'site.yaml:7: sql.udp = true: Why.'],
	['sql.host', 'a b', 'site.yaml:7: sql.host = "a b": Why.'],
	['sql.host', '\u009B2J\u202E', 'site.yaml:7: sql.host = "\\u{9b}2J\\u{202e}": Why.'],
	['sql.host', 'x'.repeat(99), `site.yaml:7: sql.host = "${'x'.repeat(80)}…": Why.`],
	['extra', [{id: 1}], 'site.yaml:7: extra: Why.'],
] as const) {
	test(`a fault is one line that editors can follow: ${line.slice(0, 50)}`, () => {
		assert.equal(renderRemark({...place, path, value, reason: 'Why.'}), line);
	});
}

test('a reason that begins with the value does not say it again', () => {
	const remark = {...place, path: 'dns.servers[0]', value: '1.2'};
	assert.equal(
		renderRemark({...remark, reason: '"1.2": two numbers are missing.'}),
		'site.yaml:7: dns.servers[0] = "1.2": two numbers are missing.',
	);
	assert.equal(
		renderRemark({...remark, reason: '"1.2" is not an IPv4 address.'}),
		'site.yaml:7: dns.servers[0] = "1.2": "1.2" is not an IPv4 address.',
	);
});

for (const [paths, count, heading] of [
	[['a.yaml'], 1, 'a.yaml has a fault:'],
	[['a.yaml'], 2, 'a.yaml has 2 faults:'],
	[['a.yaml', 'b.yaml'], 1, 'a.yaml and b.yaml together have a fault:'],
	[['a', 'b', 'c'], 3, 'a, b and c together have 3 faults:'],
] as const) {
	test(`faults are told below their count: ${heading}`, () => {
		const fault = {...place, path: 'sql', value: null, reason: 'Why.'};
		const lines = renderFaults(paths, Array(count).fill(fault)).split('\n');
		assert.equal(lines[0], heading);
		assert.equal(lines.length, count + 1);
	});
}
