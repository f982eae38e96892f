import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeEnding} from '../../source/reports/ending.js';
import {faultOf} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

const proven = sampleResult();
const time = sampleResult({id: 'ntp-0', destination: '0.centos.pool.ntp.org'});
const viewers = faultOf('inbound.not-seen', {id: 'viewers', direction: 'inbound'});
const servers = faultOf('inbound.not-seen', {id: 'appsanywhere', direction: 'inbound'});
const byDesign = faultOf('udp.no-reply-by-design', {id: 'sql-udp'});
const unused = faultOf('answers.not-used', {id: 'sendgrid'});

for (const [name, results, wanted] of [
	[
		'every row is proven',
		[proven, time],
		'All 2 rows are proven. Nothing is left to do: this server is ready.',
	],
	[
		'some are not used, or nothing ever answers',
		[proven, time, byDesign, unused],
		'Every row that can be proven from here is proven (2 of 4). Nothing is left to do: this server is ready.',
	],
	[
		'viewers and servers have not come yet',
		[proven, viewers, servers],
		'Every row that can be proven from here is proven (1 of 3). What is left is for others to try: press W, and let a viewer and a server connect.',
	],
	[
		'one of them has not',
		[proven, viewers],
		'Every row that can be proven from here is proven (1 of 2). What is left is for others to try: press W, and let somebody connect.',
	],
	['something fails', [proven, faultOf('tcp.timeout', {id: 'bitbucket'})], undefined],
	[
		'something only warns',
		[proven, faultOf('http.refused', {id: 'bitbucket'})],
		undefined,
	],
	[
		'something waits',
		[proven, {...faultOf('tcp.timeout', {id: 'bitbucket'}), verdict: 'skipped'}],
		undefined,
	],
	['nothing was tried', [], undefined],
] as const) {
	test(`the last word when ${name}`, () => {
		assert.equal(describeEnding(results), wanted);
	});
}
