import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {type Judgement, judgement} from '../../source/probes/judgement.js';
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
const place = {
	from: {4: '10.10.0.10', 6: '2001:db8:10::10'},
	resolvers: [addressOf('10.62.0.53')],
};
const judged = (cause: Judgement['cause'], more: Partial<Judgement> = {}) =>
	judgement(cause, 'as it was seen', more);
const way = {address: '10.60.0.11', milliseconds: 11, ways: []};

test('what is proven has no owner and no remedy', () => {
	assert.deepEqual(makeResult(row, judged(null), null, place, way), {
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
		ways: [],
		evidence: null,
	});
});

test('a cause brings its verdict, its owner and a remedy for this very row', () => {
	const result = makeResult(row, judged('tcp.timeout'), null, place, way);
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

test('a failure beside something that works is a warning, with the same remedy', () => {
	const hard = makeResult(row, judged('tcp.timeout'), null, place, way);
	const soft = makeResult(
		row,
		judged('tcp.timeout', {isSoftened: true}),
		null,
		place,
		way,
	);
	assert.equal(soft.verdict, 'warn');
	assert.equal(soft.owner, 'network');
	assert.equal(soft.remedy, hard.remedy);
});

test('a remedy may speak of another name than the row', () => {
	const about = judged('dns.nxdomain', {about: 'proxy.uni.edu'});
	const {remedy} = makeResult(row, about, null, place);
	assert.match(remedy ?? '', /"proxy\.uni\.edu"/);
	assert.doesNotMatch(remedy ?? '', /mssql/);
});

test('the evidence is JSON, with its addresses as text', () => {
	const observation: OutboundObservation = {
		name: {
			outcome: 'answered',
			addresses: [addressOf('10.60.0.11')],
			looks: [],
			milliseconds: 3,
		},
		journeys: [
			{
				way: {via: 'direct', address: addressOf('2001:db8::11')},
				seen: {dialled: {outcome: 'refused', code: 'ECONNREFUSED', milliseconds: 1}},
			},
		],
	};
	const {evidence} = makeResult(row, judged('tcp.refused'), observation, place);
	assert.deepEqual(JSON.parse(JSON.stringify(evidence)), {
		name: {outcome: 'answered', addresses: ['10.60.0.11'], looks: [], milliseconds: 3},
		journeys: [
			{
				way: {via: 'direct', address: '2001:db8::11'},
				seen: {dialled: {outcome: 'refused', code: 'ECONNREFUSED', milliseconds: 1}},
			},
		],
	});
});

const hostile = '\u001B]0;owned\u0007\u001B[2J\u202Eevil\u200B\r\nname';
const control = /[\p{Cc}\p{Cf}]/u;

test('what a network says reaches no part of a result with a control character', () => {
	const said = judged('smtp.rejected', {named: hostile});
	const observation = {banner: {code: 554, lines: [hostile]}};
	const result = makeResult(row, {...said, detail: hostile}, observation, place);
	assert.doesNotMatch(result.detail, control);
	assert.doesNotMatch(result.remedy ?? '', control);
	assert.match(result.remedy ?? '', /"evil name"/);
	assert.doesNotMatch(JSON.stringify(result), /\\u00|\\[rn]/);
	assert.deepEqual(result.evidence, {banner: {code: 554, lines: ['evil name']}});
});

test('what a network says does not make a result endless', () => {
	const endless = 'word '.repeat(10_000);
	const said = judged('smtp.rejected', {named: endless});
	const result = makeResult(row, {...said, detail: endless}, {endless}, place);
	assert.ok(JSON.stringify(result).length < 2000);
});
