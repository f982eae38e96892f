import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {listedRows} from '../../../source/reports/change-request/connection-rows.js';
import {endInWords} from '../../../source/reports/change-request/row-end.js';
import {collegeAnswers, sampleSite} from '../sample-site.js';

const rowsWith = (sections: Parameters<typeof collegeAnswers>[0] = {}) =>
	listedRows(sampleSite({answers: collegeAnswers(sections)}));

test('each row of the list is there, in its order', () => {
	assert.deepEqual(
		rowsWith().map(({id}) => id),
		catalogue.map(({id}) => id),
	);
});

test('remote support that is switched off is a row without a source', () => {
	const row = rowsWith({support: {enabled: false, sources: []}}).find(
		({id}) => id === 'remote-support',
	);
	assert.equal(row && endInWords(row.source), 'nobody');
	assert.equal(row?.standing.state, 'not used');
	assert.match(row.standing.seen, /switched off/);
});

test('a site with five time servers has two in the first row', () => {
	const servers = [1, 2, 3, 4, 5].map(number => `10.9.0.${number}`);
	const rows = rowsWith({time: {servers}}).filter(({id}) => id.startsWith('ntp-'));
	assert.deepEqual(
		rows.map(({id, destination}) => `${id} ${endInWords(destination)}`),
		[
			'ntp-0 10.9.0.1',
			'ntp-0 10.9.0.5',
			'ntp-1 10.9.0.2',
			'ntp-2 10.9.0.3',
			'ntp-3 10.9.0.4',
		],
	);
});

test('a relay on another port is told with that port', () => {
	const smtp = {host: 'relay.college.example', port: 465, security: 'tls'} as const;
	const row = rowsWith({smtp}).find(({id}) => id === 'mail');
	assert.equal(row?.port, 465);
	assert.equal(row.rule?.id, 'mail');
});

for (const [id, rule] of [
	['viewers', 'viewers'],
	['sql-tcp', 'sql-tcp'],
	['bitbucket', 'https'],
	['remirepo-cdn', 'http'],
	['ntp-2', 'time'],
	['sendgrid', 'mail'],
] as const) {
	test(`"${id}" is permitted by the rule "${rule}"`, () => {
		assert.equal(rowsWith().find(row => row.id === id)?.rule?.id, rule);
	});
}

test('where nothing outbound is filtered, one rule permits all of it', () => {
	const rows = rowsWith({outbound: {mode: 'open'}});
	const outbound = rows.filter(({direction}) => direction === 'outbound');
	assert.ok(outbound.every(({rule}) => rule?.id === 'outbound-open'));
});

test('what only another port would need has no rule', () => {
	const smtp = {host: 'relay.college.example', port: 25, security: 'none'} as const;
	assert.equal(rowsWith({smtp}).find(({id}) => id === 'sendgrid')?.rule, undefined);
});

test('where only the listed destinations are permitted, a port is open to these alone', () => {
	const answers = collegeAnswers({outbound: {mode: 'destinations'}});
	const rows = listedRows(sampleSite({answers}));
	const endOf = (id: string) =>
		rows.find(row => row.id === id)?.destination.map(({name}) => name);
	assert.deepEqual(endOf('http'), ['cdn.remirepo.net']);
	assert.deepEqual(
		endOf('time'),
		['0', '1', '2'].map(number => `${number}.centos.pool.ntp.org`),
	);
});
