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
		assert.equal(ruleFor(row, {port}, site)?.id, wanted);
	});
}

test('where nothing is filtered, the rule that permits everything', () => {
	const open = sampleSite({answers: collegeAnswers({outbound: {mode: 'open'}})});
	assert.equal(
		ruleFor({...tcp, id: 'bitbucket'}, {port: 443}, open)?.id,
		'outbound-open',
	);
});

const strict = sampleSite({
	answers: collegeAnswers({
		outbound: {mode: 'destinations'},
		time: {servers: ['0.centos.pool.ntp.org', '10.1.0.123']},
	}),
});
const udp = {direction: 'outbound', protocol: 'udp'} as const;

for (const [what, row, target, wanted] of [
	['its own', {...tcp, id: 'bitbucket'}, {port: 443, host: 'bitbucket.org'}, 'bitbucket'],
	[
		'that of its destination',
		{...udp, id: 'ntp-0'},
		{port: 123, host: '0.centos.pool.ntp.org'},
		'time',
	],
	[
		"that of its destination's address",
		{...udp, id: 'ntp-1'},
		{port: 123, host: '10.1.0.123'},
		'time',
	],
	[
		'none for another destination of its port',
		{...udp, id: 'ntp-2'},
		{port: 123, host: '2.centos.pool.ntp.org'},
		undefined,
	],
	['none for a port as such', {...tcp, id: 'https'}, {port: 443}, undefined],
] as const) {
	test(`where only the listed destinations are permitted, the rule of a row: ${what}`, () => {
		assert.equal(ruleFor(row, target, strict)?.id, wanted);
	});
}
