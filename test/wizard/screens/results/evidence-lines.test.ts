import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeResult} from '../../../../source/probes/probe-result.js';
import {evidenceLines} from '../../../../source/wizard/screens/results/evidence-lines.js';
import {sampleResult} from '../../../reports/sample-results.js';

const linesOf = (parts: Partial<ProbeResult> = {}, width = 78) =>
	evidenceLines(sampleResult(parts), width).map(({text}) => text);

test('a result that is proven is told whole', () => {
	assert.deepEqual(linesOf(), [
		'Connection  mssql.uni.edu, 1433/tcp',
		'Verdict     pass',
		'Seen        answers',
		'Address     10.50.0.5',
		'Known as    sql-tcp',
		'Observed    nothing',
	]);
});

test('a result that fails says why, who must act, and what to do', () => {
	const lines = linesOf({
		...{verdict: 'fail', cause: 'tcp.timeout', owner: 'network', address: null},
		remedy: 'Ask your network team to permit 1433/tcp.',
	});
	assert.ok(lines.includes('Verdict     fail, for the network team'));
	assert.ok(lines.includes('Known as    sql-tcp, tcp.timeout'));
	assert.ok(!lines.some(line => line.startsWith('Address')));
	assert.ok(lines.includes('To do       Ask your network team to permit 1433/tcp.'));
});

test('why its answers were kept although they did not work is told with it', () => {
	const kept = ['the port is opened on Monday', 'SQL Browser is off'];
	const lines = evidenceLines(sampleResult(), 78, kept).map(({text}) => text);
	assert.deepEqual(lines.slice(3, 6), [
		'Address     10.50.0.5',
		'Kept since  the port is opened on Monday',
		'Kept since  SQL Browser is off',
	]);
});

test('every way is told with its stages', () => {
	const stages = [
		{stage: 'dns', milliseconds: 3},
		{stage: 'tcp', milliseconds: 11},
	];
	const way = {verdict: 'pass', cause: null, detail: 'HTTP 200', stages} as const;
	const lines = linesOf({
		ways: [
			{...way, via: 'IPv4', address: '192.0.2.7'},
			{...way, via: 'IPv6', address: '2001:db8::7', verdict: 'fail', stages: []},
			{...way, via: 'proxy', address: '10.10.0.8'},
		],
	});
	assert.deepEqual(lines.slice(4, -2), [
		'By IPv4     192.0.2.7: pass, HTTP 200',
		'            dns 3 ms, tcp 11 ms',
		'By IPv6     2001:db8::7: fail, HTTP 200',
		'By proxy    10.10.0.8: pass, HTTP 200',
		'            dns 3 ms, tcp 11 ms',
	]);
});

test('what is about this server itself has no port', () => {
	const about = {id: 'clock', destination: 'this server', port: null, protocol: null};
	assert.equal(linesOf(about)[0], 'Connection  this server');
});

test('what was observed is told as it stands, indented', () => {
	const evidence = {name: {outcome: 'answered', addresses: ['192.0.2.7']}};
	assert.deepEqual(linesOf({evidence}).slice(5), [
		'Observed    name:',
		'              outcome: answered',
		'              addresses:',
		'                - 192.0.2.7',
	]);
});

for (const width of [40, 78, 130]) {
	test(`no line is wider than ${width} columns`, () => {
		const lines = linesOf(
			{
				detail: 'word '.repeat(60),
				remedy: 'remedy '.repeat(60),
				evidence: {journeys: [{seen: {tls: {names: ['name.'.repeat(60), 'a b c']}}}]},
			},
			width,
		);
		assert.ok(lines.every(line => line.length <= width));
	});
}
