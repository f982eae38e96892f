import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {traceOf} from '../../../source/reports/trace/trace.js';
import {traceChapter} from '../../../source/reports/trace/trace-chapter.js';
import {readVendorDocument} from '../../catalogue/vendor-document.js';
import {tablesIn, wordsIn} from '../document-words.js';
import {collegeAnswers, failingRun, sampleSite} from '../sample-site.js';

const site = sampleSite({run: failingRun()});
const trace = traceOf(site);
const rowOf = (id: string, all = trace) =>
	all.find(row => row.id === id) ?? assert.fail(`no row ${id}`);

test('each of the 22 rows is there, in the words of the document', async () => {
	const rows = await readVendorDocument();
	assert.deepEqual(
		trace.map(({row, listed: {destination, ...listed}}) => ({
			row,
			destination,
			...listed,
		})),
		rows.map(({destination, ...row}, index) => ({row: index + 1, destination, ...row})),
	);
});

test('each row has a rule, or a reason why it has none', () => {
	for (const mode of ['ports', 'open'] as const) {
		const answers = collegeAnswers({
			...{outbound: {mode}, support: {enabled: false, sources: []}},
			sql: {host: 'db.college.example', port: 1433, udp: false},
			smtp: {host: 'relay.college.example', port: 25, security: 'none'},
		});
		for (const {id, rule, noRule} of traceOf(sampleSite({answers}))) {
			assert.equal(rule === null, noRule !== null, id);
		}
	}
});

test('a row leads from the answer to the evidence', () => {
	const row = rowOf('sql-tcp');
	assert.deepEqual(row.answers, [
		{path: 'sql.host', value: 'db.college.example'},
		{path: 'sql.port', value: 1433},
		{path: 'outbound.mode', value: 'ports'},
	]);
	assert.deepEqual(row.rule, {
		id: 'sql-tcp',
		text: 'this server may reach db.college.example (10.5.0.5) on 1433/tcp',
		isInEffect: true,
	});
	assert.partialDeepStrictEqual(row.tries, [
		{state: 'fails', result: {verdict: 'fail', cause: 'tcp.refused', owner: 'remote'}},
	]);
});

test('a rule that is not in effect is told so', () => {
	const rules = site.rules.map(rule => ({...rule, isInEffect: rule.id !== 'viewers'}));
	const all = traceOf({...site, rules});
	assert.equal(rowOf('viewers', all).rule?.isInEffect, false);
	assert.equal(rowOf('appsanywhere', all).rule?.isInEffect, true);
	assert.match(
		wordsIn(traceChapter({...site, rules})),
		/^1\. viewers, .* may reach 9999\/tcp \(not in effect\)/m,
	);
});

test('before anything was tried each row stands without a result', () => {
	const untried = traceOf(sampleSite());
	assert.equal(untried.length, catalogue.length);
	assert.ok(untried.every(({tries}) => tries.every(({result}) => result === null)));
});

test('a row with two destinations is two lines of the chapter', () => {
	const servers = [1, 2, 3, 4, 5].map(number => `10.9.0.${number}`);
	const [table] = tablesIn(
		traceChapter(sampleSite({answers: collegeAnswers({time: {servers}})})),
	);
	const rows = table?.rows.map(([first]) => first?.text) ?? [];
	assert.equal(rows.length, 23);
	assert.equal(rows.filter(text => text === '10. ntp-0, 123 UDP').length, 2);
});

test('the chapter tells the version of the list', () => {
	assert.match(wordsIn(traceChapter(site)), /the one with the fingerprint dd8f4c072fa0/);
});
