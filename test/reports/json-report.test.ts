import assert from 'node:assert/strict';
import {test} from 'node:test';
import {jsonReport} from '../../source/reports/json-report.js';
import {failingRun, sampleSite} from './sample-site.js';

const site = sampleSite({run: failingRun()});

test('has what scripts of earlier versions read, and then the rest', () => {
	const report = jsonReport(site, undefined);
	assert.deepEqual(Object.keys(report), [
		...['schema', 'answers', 'backend', 'isEnforced', 'rules', 'run'],
		...['audience', 'list', 'version', 'moment', 'changes', 'names'],
		...['connections', 'trace'],
	]);
	assert.deepEqual(report.list, {rows: 22, fingerprint: 'dd8f4c072fa0'});
	assert.equal(report.run, site.run);
	assert.equal(report.trace.length, 22);
});

test('is plain data throughout', () => {
	const report = jsonReport(site, undefined);
	assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});

test('a connection says how it stands, and who is asked', () => {
	const {connections} = jsonReport(site, 'dba');
	assert.deepEqual(
		connections.map(({id}) => id),
		['sql-tcp', 'sql-udp'],
	);
	assert.deepEqual(connections[0], {
		...{id: 'sql-tcp', origin: 'list', direction: 'outbound', port: 1433},
		...{protocol: 'tcp', usage: 'Connection to your SQL database', rule: 'sql-tcp'},
		source: [{name: 'reports.college.example', addresses: ['10.1.0.5']}],
		destination: [{name: 'db.college.example', addresses: ['10.5.0.5']}],
		...{state: 'fails', seen: 'refused; 10.5.0.5, 2 ms', triedAt: '2026-11-25 14:02 UTC'},
		asked: 'whoever runs db.college.example',
	});
});

test('for a team the trace has its rows only', () => {
	const {audience, trace} = jsonReport(site, 'mail');
	assert.equal(audience, 'mail');
	assert.deepEqual(
		trace.map(({id}) => id),
		['mail', 'sendgrid'],
	);
});

test('before anything was tried there is no run', () => {
	assert.equal(jsonReport(sampleSite(), undefined).run, null);
});
