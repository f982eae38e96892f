import assert from 'node:assert/strict';
import {test} from 'node:test';
import {whyNoRule} from '../../../source/reports/trace/why-no-rule.js';
import {collegeAnswers} from '../sample-site.js';

const answers = collegeAnswers({
	smtp: {host: 'relay.college.example', port: 25, security: 'none'},
});

for (const [id, wanted] of [
	['remote-support', /support\.enabled/],
	['sql-udp', /sql\.udp/],
	['sendgrid', /through relay\.college\.example on port 25/],
	['http', /^Nothing opens 80 TCP\.$/],
] as const) {
	test(`why "${id}" has no rule`, () => {
		assert.match(whyNoRule({id, port: '80 TCP'}, answers), wanted);
	});
}

for (const id of ['http', 'https'] as const) {
	test(`where only the listed destinations are permitted, "${id}" has their rules`, () => {
		const strict = collegeAnswers({outbound: {mode: 'destinations'}});
		assert.match(whyNoRule({id, port: '80 TCP'}, strict), /has a rule of its own/);
	});
}
