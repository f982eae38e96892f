import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rememberSecret} from '../../source/redaction/known-secrets.js';
import {withoutSecrets} from '../../source/redaction/without-secrets.js';

test('a secret that this process comes to know is left out from then on', () => {
	assert.equal(withoutSecrets('said hunter22'), 'said hunter22');
	rememberSecret({user: 'looker', value: 'hunter22'});
	const words = withoutSecrets('said hunter22');
	assert.match(words, /^said \[secret-[\da-f]{8}\]$/);
	rememberSecret({value: 'another one'});
	assert.equal(withoutSecrets('said hunter22'), words);
	assert.ok(!withoutSecrets('said another one').includes('another'));
});
