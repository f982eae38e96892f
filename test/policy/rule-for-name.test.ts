import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ruleForName} from '../../source/policy/rule-for-name.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const answers = sampleAnswers({
	outbound: {mode: 'destinations'},
	extra: [
		{
			...{id: 'in', direction: 'inbound', peer: 'in.uni.edu', port: 443},
			...{protocol: 'tcp', usage: ''},
		},
	],
});
const {rules} = samplePolicy({answers});

for (const [name, port, protocol, id] of [
	['license.looker.com', 443, 'tcp', 'looker-license'],
	['license.looker.com', 80, 'tcp', undefined],
	['license.looker.com', 443, 'udp', undefined],
	['0.centos.pool.ntp.org', 123, 'udp', 'time'],
	['mirror.uni.edu', 443, 'tcp', undefined],
	['in.uni.edu', 443, 'tcp', undefined],
] as const) {
	test(`the rule for ${name} on ${port}/${protocol} is ${id ?? 'none'}`, () => {
		assert.equal(ruleForName(rules, {name, port, protocol})?.id, id);
	});
}

test('where names are not followed no rule is about one', () => {
	const {rules: others} = samplePolicy();
	const toSql = {name: 'mssql.uni.edu', port: 1433, protocol: 'tcp'} as const;
	assert.equal(ruleForName(others, toSql), undefined);
});
