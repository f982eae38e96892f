import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pathRoot} from '../../../source/probes/roots/path.js';
import {found, place, wentTo} from './recorded-findings.js';

const lossy = (id: string) =>
	found(id, 'tcp.mtu', {port: 443}, [
		wentTo('192.0.2.1', {path: {outcome: 'passes', largest: 1280}}),
	]);

test('large packets that are lost on the way to several destinations are told once', () => {
	const rows = [lossy('bitbucket'), lossy('looker-license'), lossy('acc-blob')];
	const root = pathRoot(rows, place);
	assert.ok(root);
	const {id, cause, owner, destination, remedy, evidence} = root.result;
	assert.deepEqual([id, cause, owner], ['path', 'tcp.mtu', 'network']);
	assert.equal(destination, '3 destinations');
	assert.match(remedy ?? '', /reach bitbucket\.example and 2 more on 443\/tcp/);
	assert.match(remedy ?? '', /1280 bytes/);
	assert.deepEqual(evidence, {rows: ['bitbucket', 'looker-license', 'acc-blob']});
	assert.ok(rows.every(root.explains));
	assert.ok(!root.explains(found('mail', 'tls.timeout')));
});

test('one destination that loses them may be at fault itself', () => {
	assert.equal(pathRoot([lossy('bitbucket')], place), undefined);
	assert.equal(pathRoot([lossy('bitbucket'), lossy('bitbucket')], place), undefined);
});
