import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {csvColumns, csvRows} from '../../../source/reports/change-request/csv-rows.js';
import {collegeAnswers, failingRun, sampleSite} from '../sample-site.js';

const rows = csvRows(sampleSite({run: failingRun()}), undefined);
const rowOf = (id: string, all = rows) => all.filter(row => row.at(-1) === id);

test('every row has every column', () => {
	assert.ok(rows.every(({length}) => length === csvColumns.length));
});

test('every row of the list is there', () => {
	for (const {id} of catalogue) {
		assert.equal(rowOf(id).length, 1, id);
	}
});

test('a row says all that a firewall has to know, and by what it was seen', () => {
	assert.deepEqual(rowOf('sql-tcp')[0], [
		...['outbound', 'reports.college.example', '10.1.0.5'],
		...['db.college.example', '10.5.0.5', '1433', 'tcp'],
		...['Connection to your SQL database', 'list', 'fails', 'refused; 10.5.0.5, 2 ms'],
		...['2026-11-25 14:02 UTC', 'sql-tcp', 'sql-tcp'],
	]);
});

test('each block and each name is a row of its own', () => {
	const answers = collegeAnswers({
		viewers: {subnets: ['10.2.0.0/16', '10.9.0.0/24']},
		appsanywhere: {servers: ['10.3.0.9', 'aa1.college.example']},
	});
	const all = csvRows(sampleSite({answers}), 'network');
	assert.deepEqual(
		rowOf('viewers', all).map(row => row.slice(1, 3)),
		[
			['10.2.0.0/16', '10.2.0.0/16'],
			['10.9.0.0/24', '10.9.0.0/24'],
		],
	);
	assert.deepEqual(
		rowOf('appsanywhere', all).map(row => row.slice(1, 3)),
		[
			['10.3.0.9', '10.3.0.9'],
			['aa1.college.example', '10.3.0.10'],
		],
	);
});

test('addresses of a name stand in one cell', () => {
	assert.equal(rowOf('bitbucket')[0]?.[4], '192.0.2.86 192.0.2.87');
});

test('what nobody may use is a row too', () => {
	const answers = collegeAnswers({viewers: {subnets: []}});
	const [row] = rowOf('viewers', csvRows(sampleSite({answers}), undefined));
	assert.deepEqual(row?.slice(1, 3), ['nobody', '']);
});

test('a team gets its own connections', () => {
	const ids = csvRows(sampleSite(), 'dba').map(row => row.at(-1));
	assert.deepEqual(ids, ['sql-tcp', 'sql-udp']);
});
