import assert from 'node:assert/strict';
import {test} from 'node:test';
import {secretsInEnvironment} from '../../source/redaction/secrets-in-environment.js';

for (const [name, value, secrets] of [
	['SQL_PASSWORD', 'hunter22', [{value: 'hunter22'}]],
	['GITHUB_TOKEN', 'abcdefgh', [{value: 'abcdefgh'}]],
	['https_proxy', 'http://bob:p%40ss@proxy:3128', [{user: 'bob', value: 'p@ss'}]],
	['HTTPS_PROXY', 'http://proxy:3128', []],
	['USE_TOKEN', 'yes', []],
	['PWD', '/root', []],
	['LANG', 'C.UTF-8', []],
	['BROKEN', 'http://a:%zz@proxy', []],
] as const) {
	test(`${name}=${value} holds ${secrets.length === 0 ? 'no secret' : 'a secret'}`, () => {
		assert.deepEqual(secretsInEnvironment({[name]: value}), secrets);
	});
}
