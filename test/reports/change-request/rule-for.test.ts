import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ruleFor} from '../../../source/reports/change-request/rule-for.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const site = sampleSite();
const tcp = {direction: 'outbound', protocol: 'tcp'} as const;

for (const [what, row, port, wanted] of [
	['its own', {...tcp, id: 'sql-tcp'}, 1433, 'sql-tcp'],
	['that of its port', {...tcp, id: 'bitbucket'}, 443, 'https'],
	['none for a port that is closed', {...tcp, id: 'sendgrid'}, 2525, undefined],
	[
		'none of the other protocol',
		{...tcp, id: 'bitbucket', protocol: 'udp'},
		443,
		undefined,
	],
	[
		'none of the other direction',
		{...tcp, id: 'bitbucket', direction: 'inbound'},
		443,
		undefined,
	],
	['none that is for one destination only', {...tcp, id: 'bitbucket'}, 1433, undefined],
] as const) {
	test(`the rule of a row: ${what}`, () => {
		assert.equal(ruleFor(row, port, site)?.id, wanted);
	});
}

test('where nothing is filtered, the rule that permits everything', () => {
	const open = sampleSite({answers: collegeAnswers({outbound: {mode: 'open'}})});
	assert.equal(ruleFor({...tcp, id: 'bitbucket'}, 443, open)?.id, 'outbound-open');
});
