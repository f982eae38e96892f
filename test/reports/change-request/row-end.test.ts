import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	anywhere,
	endInWords,
	endNamed,
	isLong,
	ownEnd,
} from '../../../source/reports/change-request/row-end.js';
import {sampleSite} from '../sample-site.js';

const site = sampleSite();

for (const [text, wanted] of [
	['db.college.example', 'db.college.example (10.5.0.5)'],
	['10.8.0.9', '10.8.0.9'],
	['gone.college.example', 'gone.college.example (no address in the DNS)'],
	['rpms.remirepo.net', 'rpms.remirepo.net (192.0.2.81)'],
] as const) {
	test(`an end in words: ${wanted}`, () => {
		assert.equal(endInWords(endNamed(text, site)), wanted);
	});
}

test('with IPv6 both addresses count', () => {
	const both = sampleSite({addresses: ['10.1.0.5', '2001:db8::5']});
	assert.equal(
		endInWords(endNamed('rpms.remirepo.net', both)),
		'rpms.remirepo.net (192.0.2.81, 2001:db8:81::1)',
	);
	assert.equal(
		endInWords(ownEnd(both)),
		'reports.college.example (10.1.0.5, 2001:db8::5)',
	);
});

test('what has only addresses of the other family keeps them', () => {
	const alone = sampleSite({addresses: ['2001:db8::5']});
	assert.deepEqual(endNamed('db.college.example', alone)[0]?.addresses, ['10.5.0.5']);
});

test('everywhere is a word, and nobody is one', () => {
	assert.equal(endInWords(anywhere('any destination')), 'any destination');
	assert.equal(endInWords([]), 'nobody');
});

test('one name with many addresses is told whole', () => {
	const addresses = Array.from({length: 30}, (_, index) => `192.0.2.${index}`);
	const end = [{name: 'many.college.example', addresses}];
	assert.equal(isLong(end), false);
	assert.ok(endInWords(end).endsWith('192.0.2.29)'));
});
