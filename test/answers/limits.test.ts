import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limitsOf, limitsOfDestinations} from '../../source/answers/limits.js';
import {sampleAnswers} from '../helpers/sample.js';

const destinations = {outbound: {mode: 'destinations'}} as const;
const proxy = {url: 'http://proxy.uni.edu:3128', noProxy: []};

test('the rows that send on to hosts beside the list are known before that is chosen', () => {
	assert.deepEqual(
		limitsOfDestinations.map(({row, text}) => [row, text]),
		[
			[
				'mirrorlist-centos',
				'mirrorlist.centos.org is retired, and other hosts that have the packages of CentOS are not permitted.',
			],
			[
				'remirepo-cdn',
				"cdn.remirepo.net sends on to other hosts for the packages of Remi's repository, and these are not permitted.",
			],
			[
				'fedora-mirrors',
				'mirrors.fedoraproject.org sends on to other hosts for the packages of EPEL, and these are not permitted.',
			],
		],
	);
});

for (const [what, sections, count] of [
	['only the listed destinations', destinations, 3],
	['a web proxy, which fetches from everywhere', {...destinations, proxy}, 0],
	['the listed ports to anywhere', {outbound: {mode: 'ports'}}, 0],
	['no filter at all', {outbound: {mode: 'open'}}, 0],
] as const) {
	test(`with ${what} ${count} rows are limited`, () => {
		assert.equal(limitsOf(sampleAnswers(sections)).length, count);
	});
}
