import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ipv6Root} from '../../../source/probes/roots/ipv6.js';
import type {DialOutcome} from '../../../source/probes/tcp/dial-outcome.js';
import {found, place, wentTo} from './recorded-findings.js';

/** A row that works by IPv4, and by IPv6 as told. */
const rowOf = (id: string, outcome: DialOutcome) =>
	found(
		id,
		outcome === 'connected' ? null : 'tcp.timeout',
		outcome === 'connected' ? {} : {verdict: 'warn', address: '2001:db8::7'},
		[wentTo('192.0.2.7'), wentTo('2001:db8::7', {}, outcome)],
	);

test('IPv6 that reaches nothing is told once, as a warning', () => {
	const rows = [rowOf('bitbucket', 'timeout'), rowOf('looker-license', 'unreachable')];
	const root = ipv6Root(rows, place);
	assert.ok(root);
	const {id, cause, verdict, owner, evidence} = root.result;
	assert.deepEqual([id, cause, verdict], ['ipv6', 'ipv6.broken', 'warn']);
	assert.equal(owner, 'network');
	assert.deepEqual(evidence, {rows: ['bitbucket', 'looker-license']});
	assert.ok(rows.every(root.explains));
});

test('IPv6 that reaches something is not broken: each row stands for itself', () => {
	const rows = [
		rowOf('bitbucket', 'timeout'),
		rowOf('looker-license', 'timeout'),
		rowOf('mail', 'connected'),
	];
	assert.equal(ipv6Root(rows, place), undefined);
});

test('one destination without IPv6 may be at fault itself', () => {
	assert.equal(ipv6Root([rowOf('bitbucket', 'timeout')], place), undefined);
});

test('what fails altogether, or by IPv4, is not explained by IPv6', () => {
	const rows = [rowOf('bitbucket', 'timeout'), rowOf('looker-license', 'timeout')];
	const root = ipv6Root(rows, place);
	for (const other of [
		found('mail', 'tcp.timeout'),
		found('mail', 'tcp.timeout', {verdict: 'warn', address: '192.0.2.7'}),
		found('mail', null),
	]) {
		assert.equal(root?.explains(other), false);
	}
});
