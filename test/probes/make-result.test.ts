import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import type {Judgement} from '../../source/probes/judgement.js';
import {makeResult} from '../../source/probes/make-result.js';
import type {OutboundObservation} from '../../source/probes/observation.js';
import {addressOf} from './recorded-network.js';

const connection = catalogue.find(({id}) => id === 'sql-tcp') ?? assert.fail();
const row = {
	connection,
	source: 'analytics.uni.edu',
	destination: 'mssql.uni.edu',
	port: 50_123,
};
const place = {from: '10.10.0.10', resolvers: [addressOf('10.62.0.53')]};
const judged = (cause: Judgement['cause'], address: string | null = null): Judgement => ({
	cause,
	detail: 'as it was seen',
	address,
	milliseconds: 11,
});

test('what is proven has no owner and no remedy', () => {
	assert.deepEqual(makeResult(row, judged(null, '10.60.0.11'), null, place), {
		id: 'sql-tcp',
		direction: 'outbound',
		source: 'analytics.uni.edu',
		destination: 'mssql.uni.edu',
		address: '10.60.0.11',
		port: 50_123,
		protocol: 'tcp',
		verdict: 'pass',
		cause: null,
		owner: null,
		detail: 'as it was seen',
		remedy: null,
		milliseconds: 11,
		evidence: null,
	});
});

test('a cause brings its verdict, its owner and a remedy for this very row', () => {
	const result = makeResult(row, judged('tcp.timeout', '10.60.0.11'), null, place);
	assert.equal(result.verdict, 'fail');
	assert.equal(result.owner, 'network');
	assert.match(result.remedy ?? '', /50123\/tcp from 10\.10\.0\.10 to mssql\.uni\.edu/);
	assert.match(result.remedy ?? '', /10\.60\.0\.11/);
});

test('what is skipped has no remedy', () => {
	assert.equal(makeResult(row, judged('answers.not-used'), null, place).remedy, null);
});

test('without a DNS server the remedy does not name an empty one', () => {
	const nowhere = {...place, resolvers: []};
	const {remedy} = makeResult(row, judged('dns.timeout'), null, nowhere);
	assert.doesNotMatch(remedy ?? '', /\(\)/);
});

test('the evidence is JSON, with its addresses as text', () => {
	const observation: OutboundObservation = {
		name: {
			outcome: 'answered',
			addresses: [addressOf('10.60.0.11'), addressOf('2001:db8::11')],
			by: '10.62.0.53',
			milliseconds: 3,
		},
		attempts: [
			{
				address: addressOf('2001:db8::11'),
				protocol: 'tcp',
				answer: {outcome: 'refused', code: 'ECONNREFUSED', milliseconds: 1},
			},
		],
	};
	const {evidence} = makeResult(row, judged('tcp.refused'), observation, place);
	assert.deepEqual(JSON.parse(JSON.stringify(evidence)), {
		name: {
			outcome: 'answered',
			addresses: ['10.60.0.11', '2001:db8::11'],
			by: '10.62.0.53',
			milliseconds: 3,
		},
		attempts: [
			{
				address: '2001:db8::11',
				protocol: 'tcp',
				answer: {outcome: 'refused', code: 'ECONNREFUSED', milliseconds: 1},
			},
		],
	});
});
