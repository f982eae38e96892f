import assert from 'node:assert/strict';
import {test} from 'node:test';
import {explainName} from '../../source/policy/explain-name.js';
import {withAddresses} from '../../source/policy/followed-names.js';
import {address, sampleAnswers, samplePolicy} from '../helpers/sample.js';

const answers = sampleAnswers({outbound: {mode: 'destinations'}});
const license = 'license.looker.com';
const held = ['198.51.100.80', '2001:db8:64::80'];
const policy = withAddresses(
	samplePolicy({answers}),
	new Map([[license, held.map(address)]]),
);

type Case = {
	readonly direction?: 'inbound' | 'outbound';
	readonly name?: string;
	readonly port?: number;
	readonly fault?: string;
};

function explained(addresses: readonly string[], packet: Case = {}) {
	return explainName(policy, {
		...{direction: 'outbound', protocol: 'tcp', port: 443, name: license},
		...packet,
		addresses: addresses.map(address),
	});
}

for (const [what, addresses, packet, verdict, id, reason] of [
	[
		...['all of which pass', held, {}, 'accept', 'looker-license'],
		'The rule "looker-license" permits the 2 addresses that "license.looker.com" has now.',
	],
	[
		...['with one that passes', ['198.51.100.80'], {}, 'accept', 'looker-license'],
		'The rule "looker-license" permits the only address that "license.looker.com" has now.',
	],
	[
		...['one of which does not pass', [...held, '198.51.100.81'], {}, 'drop', undefined],
		'The rule "looker-license" permits some of the addresses that "license.looker.com" has now, but not 198.51.100.81.',
	],
	[
		'several of which do not pass',
		['198.51.100.81', ...held, '198.51.100.82'],
		{},
		'drop',
		undefined,
		'The rule "looker-license" permits some of the addresses that "license.looker.com" has now, but not 198.51.100.81 and 1 more.',
	],
	[
		...['on another port', held, {port: 8443}, 'drop', undefined],
		'Nothing permits the 2 addresses that "license.looker.com" has now. No rule permits 8443/tcp outbound.',
	],
	[
		...['without any', [], {fault: 'no such name'}, 'drop', undefined],
		'"license.looker.com" has no address now (no such name). The rule "looker-license" follows it, and permits it from the moment that it has one.',
	],
	[
		...['without any and without a rule', [], {name: 'no.example'}, 'drop', undefined],
		'"no.example" has no address now, and no rule follows it on 443/tcp.',
	],
	[
		'that comes in',
		['10.30.0.20'],
		{name: 'aa2.uni.edu', direction: 'inbound', port: 19_999},
		'accept',
		'appsanywhere',
		'The rule "appsanywhere" permits the only address that "aa2.uni.edu" has now.',
	],
	[
		'that would come in, without any',
		[],
		{name: 'aa3.uni.edu', direction: 'inbound', port: 19_999},
		'drop',
		undefined,
		'"aa3.uni.edu" has no address now.',
	],
] as const) {
	test(`a name with addresses ${what}: ${verdict}`, () => {
		const found = explained(addresses, packet);
		assert.equal(found.verdict, verdict);
		assert.equal(found.rule?.id, id);
		assert.equal(found.reason, reason);
	});
}

test('each address has its own verdict', () => {
	const {addresses} = explained([...held, '198.51.100.81']);
	assert.deepEqual(
		addresses.map(({verdict}) => verdict),
		['accept', 'accept', 'drop'],
	);
});

test('where names share their addresses, the rule that follows the name is told', () => {
	const shared = withAddresses(
		samplePolicy({answers}),
		new Map([license, 'rpms.remirepo.net'].map(name => [name, held.map(address)])),
	);
	for (const [name, id] of [
		[license, 'looker-license'],
		['rpms.remirepo.net', 'remirepo-rpms'],
	] as const) {
		const {rule} = explainName(shared, {
			...{direction: 'outbound', protocol: 'tcp', port: 443, name},
			addresses: held.map(address),
		});
		assert.equal(rule?.id, id);
	}
});
