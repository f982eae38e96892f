import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	idOfLogin,
	loginAt,
	rowOfLogin,
	withLogin,
} from '../../source/probes/login-rows.js';
import {countVerdicts, type ProbeRun} from '../../source/probes/probe-result.js';
import {sampleResult, sampleResults} from '../reports/sample-results.js';

const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-11-22T14:02:11.000Z',
	finishedAt: '2026-11-22T14:02:15.000Z',
	results: sampleResults,
	counts: countVerdicts(sampleResults),
};
const tried = sampleResult({id: 'sql-login', verdict: 'fail', cause: 'sql.wrong-login'});

for (const kind of ['sql', 'mail'] as const) {
	test(`a login for ${kind} belongs to a row that takes it`, () => {
		const {id, direction} = rowOfLogin({for: kind});
		assert.equal(direction, 'outbound');
		assert.equal(loginAt({id}), kind);
		assert.equal(loginAt({id: idOfLogin({for: kind})}), kind);
	});
}

for (const id of ['sql-udp', 'sendgrid', 'viewers', 'dns']) {
	test(`nobody logs in at "${id}"`, () => {
		assert.equal(loginAt({id}), undefined);
	});
}

test('what came of a login stands beside its row, and counts', () => {
	const {results, counts} = withLogin(run, tried);
	const ids = results.map(({id}) => id);
	assert.equal(ids.indexOf('sql-login'), ids.indexOf('sql-tcp') + 1);
	assert.equal(results.length, run.results.length + 1);
	assert.equal(counts.fail, run.counts.fail + 1);
});

test('what comes of another try stands in the place of the first', () => {
	const again = {...tried, verdict: 'pass', cause: null} as const;
	const {results} = withLogin(withLogin(run, tried), again);
	assert.deepEqual(
		results.filter(({id}) => id === 'sql-login'),
		[again],
	);
	assert.equal(results.length, run.results.length + 1);
});

test('without its row it stands at the end', () => {
	const {results} = withLogin({...run, results: []}, tried);
	assert.deepEqual(results, [tried]);
});
