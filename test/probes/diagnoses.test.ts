import assert from 'node:assert/strict';
import {test} from 'node:test';
import {diagnoses} from '../../source/probes/diagnoses.js';
import type {Situation} from '../../source/probes/diagnosis.js';

const situation: Situation = {
	destination: 'license.looker.com',
	reached: 'license.looker.com (34.149.1.7)',
	address: '34.149.1.7',
	port: 443,
	protocol: 'tcp',
	from: '10.10.0.10',
	resolvers: '10.62.0.53',
	retirement: 'It was taken out of the DNS.',
	named: 'what was seen',
};
const all = Object.entries(diagnoses).map(([cause, diagnosis]) => ({
	cause,
	...diagnosis,
	text: diagnosis.remedy(situation),
}));

for (const {cause, text, verdict} of all) {
	test(`${cause} has words that can be read over the phone`, () => {
		assert.doesNotMatch(text, /undefined|null|NaN|\[object|\(\)| {2}/);
		if (verdict !== 'skipped') {
			assert.match(text, /^[A-Z].*\.$|^license\.looker\.com .*\.$/);
			assert.ok(text.split(/[.;] /).length <= 4, 'too many sentences');
		}
	});
}

test('no cause is a pass, and none needs anybody else than its owner', () => {
	for (const {cause, verdict, owner, text} of all) {
		assert.notEqual(verdict, 'pass', cause);
		if (owner === 'this-host') {
			assert.doesNotMatch(text, /ask your (?:network|DNS|proxy) team/i, cause);
		}
	}
});

// What IPv6 lacks stands under no row: there is no port to let through.
const ofNetwork = all.filter(
	({cause, owner}) => owner === 'network' && cause !== 'ipv6.broken',
);
for (const {cause, text} of ofNetwork) {
	test(`${cause} tells the network team what to let through`, () => {
		assert.match(text, /10\.10\.0\.10/, 'from where');
		if (!cause.endsWith('.unreachable')) {
			assert.match(text, /443/, 'which port');
			assert.match(text, /ask your network team .*\bpermit/i);
		}

		if (cause !== 'inbound.not-seen') {
			assert.match(text, /license\.looker\.com|34\.149\.1\.7/, 'to where');
		}
	});
}

for (const {cause, text} of all.filter(({owner}) => owner === 'dns')) {
	test(`${cause} tells the DNS team which servers it is about`, () => {
		assert.match(text, /10\.62\.0\.53/);
		assert.match(text, /license\.looker\.com|10\.10\.0\.10/);
	});
}

for (const {cause, text} of all.filter(({owner}) => owner === 'remote')) {
	test(`${cause} names the machine whose owner must act`, () => {
		assert.match(text, /license\.looker\.com/);
		assert.match(text, /ask whoever runs it/i);
	});
}

for (const {cause, text} of all.filter(({owner}) => owner === 'proxy')) {
	test(`${cause} tells the proxy team what to do`, () => {
		assert.match(text, /ask your proxy team/i);
		assert.match(text, /license\.looker\.com|10\.10\.0\.10/);
	});
}
