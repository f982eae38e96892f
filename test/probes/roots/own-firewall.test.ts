import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ownFirewallRoot} from '../../../source/probes/roots/own-firewall.js';
import {found, place} from './recorded-findings.js';

const https = {port: 443, protocol: 'tcp'} as const;
const time = {port: 123, protocol: 'udp'} as const;

test('our own firewall is told once, with every port that it blocks', () => {
	const root = ownFirewallRoot(
		[
			found('bitbucket', 'local.blocked', https),
			found('looker-license', 'local.blocked', https),
			found('ntp-0', 'local.blocked', time),
			found('mail', 'tcp.timeout'),
		],
		place,
	);
	assert.ok(root);
	const {id, verdict, owner, detail, remedy, evidence} = root.result;
	assert.deepEqual([id, verdict, owner], ['firewall', 'fail', 'this-host']);
	assert.equal(detail, 'blocks 3 connections of the list');
	assert.match(remedy ?? '', /for 443\/tcp, 123\/udp\. Run analytics-setup/);
	assert.deepEqual(evidence, {blocked: ['bitbucket', 'looker-license', 'ntp-0']});
});

test('one connection is one', () => {
	const root = ownFirewallRoot([found('bitbucket', 'local.blocked', https)], place);
	assert.equal(root?.result.detail, 'blocks 1 connection of the list');
});

test('where it blocks nothing it is not blamed', () => {
	const findings = [found('bitbucket', 'tcp.prohibited'), found('mail', null)];
	assert.equal(ownFirewallRoot(findings, place), undefined);
});

for (const [name, finding, isExplained] of [
	['what it blocks', found('ntp-0', 'local.blocked'), true],
	['a family that it blocks', found('mail', 'local.blocked', {verdict: 'warn'}), true],
	['what another firewall refuses', found('mail', 'tcp.prohibited'), false],
	['what works', found('mail', null), false],
] as const) {
	test(`by our own firewall, ${name} is ${isExplained ? '' : 'not '}explained`, () => {
		const root = ownFirewallRoot([found('bitbucket', 'local.blocked'), finding], place);
		assert.equal(root?.explains(finding), isExplained);
	});
}
