import assert from 'node:assert/strict';
import {test} from 'node:test';
import {redactValue} from '../../source/redaction/redact-value.js';
import {redactorFor} from '../../source/redaction/redactor.js';

const hide = () => '#';
const {redact} = redactorFor({nameOf: hide});

test('what stands under a name that sounds secret is hidden, and the rest is redacted', () => {
	const value = {
		url: 'http://bob:pw@proxy:3128',
		password: 'pw',
		smtp: {apiKey: 12345, port: 587, tokens: ['a', ''], udp: true, user: null},
		login: {user: 'looker', password: {env: 'SQL_PASSWORD'}},
	};
	assert.deepEqual(redactValue(value, {redact, hide}), {
		url: 'http://bob:#@proxy:3128',
		password: '#',
		smtp: {apiKey: '#', port: 587, tokens: ['#', ''], udp: true, user: null},
		login: {user: 'looker', password: {env: 'SQL_PASSWORD'}},
	});
});
