import assert from 'node:assert/strict';
import {stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {
	readAppliedPolicy,
	saveAppliedPolicy,
} from '../../source/firewall/applied-policy.js';
import {isSame} from '../../source/firewall/compare.js';
import {samplePolicy, temporaryFolder} from '../helpers/sample.js';
import {listedPolicy} from './listed-policy.js';

test('nothing was applied before the first time', async context => {
	assert.equal(await readAppliedPolicy(await temporaryFolder(context)), undefined);
});

test('what was applied is read again as it was', async context => {
	const state = join(await temporaryFolder(context), 'var/lib/analytics-setup');
	await saveAppliedPolicy(state, listedPolicy);
	const applied = await readAppliedPolicy(state);
	assert.ok(applied);
	assert.ok(isSame(listedPolicy.rules, applied.rules));
	assert.deepEqual(applied.guardedPorts, listedPolicy.guardedPorts);
	assert.equal((await stat(join(state, 'applied-policy.json'))).mode & 0o777, 0o600);
});

test('the policy applied last counts', async context => {
	const state = await temporaryFolder(context);
	await saveAppliedPolicy(state, listedPolicy);
	await saveAppliedPolicy(state, samplePolicy());
	const applied = await readAppliedPolicy(state);
	assert.ok(isSame(samplePolicy().rules, applied?.rules ?? []));
});

for (const content of [
	'{"schema": 1, "rul',
	'',
	'null',
	'{}',
	'{"schema": 1, "rules": [{}]}',
]) {
	test(`a damaged record (${JSON.stringify(content)}) reads as if nothing had been applied`, async context => {
		const state = await temporaryFolder(context);
		await writeFile(join(state, 'applied-policy.json'), content);
		assert.equal(await readAppliedPolicy(state), undefined);
	});
}
