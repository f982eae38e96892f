import assert from 'node:assert/strict';
import {stat, utimes} from 'node:fs/promises';
import {test} from 'node:test';
import {bootRuleset, writeArtefacts} from '../../source/firewall/artefacts.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {samplePolicy, temporaryFolder} from '../helpers/sample.js';

test('the file for the next start is the ruleset of the policy', () => {
	const policy = samplePolicy();
	const {path, content} = bootRuleset('/image', policy);
	assert.equal(path, '/image/etc/analytics-setup/ruleset.nft');
	assert.equal(content, renderRuleset(policy));
});

test('what is there as it should be is not written again', async context => {
	const ruleset = bootRuleset(await temporaryFolder(context), samplePolicy());
	await writeArtefacts([ruleset]);
	const long = new Date(0);
	await utimes(ruleset.path, long, long);
	await writeArtefacts([ruleset]);
	assert.equal((await stat(ruleset.path)).mtimeMs, 0);
});
