import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers} from '../../source/answers/schema.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {policyFromJson, policyToJson} from '../../source/policy/stored-policy.js';
import {findRule, peersIn, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const extra: Answers['extra'][number] = {
	...{id: 'backup', direction: 'inbound', peer: 'any', port: 8080},
	...{protocol: 'udp', usage: 'Backup "nightly"'},
};
const policies = {
	'of the example': samplePolicy(),
	'without a name that resolves': samplePolicy({names: new Map()}),
	'that lets everything out': samplePolicy({
		answers: sampleAnswers({outbound: {mode: 'open'}}),
	}),
	'with an addition': samplePolicy({answers: sampleAnswers({extra: [extra]})}),
	'for DHCP': samplePolicy({facts: {resolvers: [], usesDhcp: {4: true, 6: true}}}),
};

for (const [name, policy] of Object.entries(policies)) {
	test(`a policy ${name} comes back as it was`, () => {
		assert.deepEqual(policyFromJson(policyToJson(policy)), policy);
	});
}

test('more networks than a call takes arguments become a policy, a script and a file', () => {
	const count = 250_000;
	const subnets = Array.from({length: count}, (_, index) => {
		const [high, middle, low] = [index >> 13, (index >> 5) & 255, (index & 31) * 8];
		return `10.${high}.${middle}.${low}/30`;
	});
	const policy = samplePolicy({answers: sampleAnswers({viewers: {subnets}})});
	assert.equal(peersIn(findRule(policy, 'viewers'))?.length, count);
	assert.ok(renderRuleset(policy).split('\n').length > count);
	const back = policyFromJson(policyToJson(policy));
	assert.equal(peersIn(back && findRule(back, 'viewers'))?.length, count);
});

const text = policyToJson(samplePolicy());
const replaced = (from: string | RegExp, to: string) => {
	const changed = text.replace(from, to);
	assert.notEqual(changed, text);
	return changed;
};

for (const [name, damaged] of [
	['that is empty', ''],
	['that was cut short', text.slice(0, -20)],
	['of another schema', replaced('"schema": 1', '"schema": 2')],
	['with a block that cannot be read', replaced('10.20.0.0/16', '10.20.0.0/33')],
	['with an address that cannot be read', replaced('10.50.0.5', '10.50.0.500')],
	['with a port that cannot be', replaced('"port": 9999', '"port": 99999')],
	['with an unknown direction', replaced('"inbound"', '"sideways"')],
	[
		'with an id that would break a script',
		replaced('"id": "viewers"', '"id": "v; flush"'),
	],
	['of something else', '[1, 2]'],
] as const) {
	test(`a file ${name} is damaged, and no policy at all`, () => {
		assert.equal(policyFromJson(damaged), undefined);
	});
}

test('no cut makes a smaller policy of it', () => {
	for (let length = 0; length < text.trimEnd().length; length += 97) {
		assert.equal(policyFromJson(text.slice(0, length)), undefined);
	}
});
