import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {probingLine} from '../../source/reports/probing-line.js';
import {sampleAnswers} from '../helpers/sample.js';
import {sampleResult} from './sample-results.js';

const answers = sampleAnswers();
const resultsOf = (ids: readonly string[]) => ids.map(id => sampleResult({id}));
const tried = catalogue.filter(({probe}) => probe !== 'rows-under-it').map(({id}) => id);

for (const [name, known, ids, line] of [
	[
		'at the beginning it waits for the first row',
		[],
		undefined,
		'probing: 0 of 22 done, waiting for Analytics Viewer/Explorer (end user) devices',
	],
	[
		'it names the destination of the first one that is open',
		tried.filter(id => id !== 'looker-license'),
		undefined,
		'probing: 20 of 22 done, waiting for license.looker.com',
	],
	[
		'a name of the site',
		tried.filter(id => id !== 'sql-tcp'),
		undefined,
		'probing: 21 of 22 done, waiting for mssql.uni.edu',
	],
	[
		'only the rows that are asked for',
		['ntp-0', 'dns-udp'],
		['ntp-0', 'looker-license'],
		'probing: 1 of 2 done, waiting for license.looker.com',
	],
	['all is done', tried, undefined, 'probing: 22 of 22 done'],
] as const) {
	test(`how far a run is: ${name}`, () => {
		assert.equal(probingLine(resultsOf(known), answers, ids), line);
	});
}

test('two results of one row are one row', () => {
	const results = resultsOf(['ntp-0', 'ntp-0']);
	assert.match(probingLine(results, answers, ['ntp-0', 'ntp-1']), /1 of 2/);
});
