import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeRun} from '../../../source/probes/probe-result.js';
import {knownOfRows} from '../../../source/reports/change-request/known-of-rows.js';
import {rowsFor} from '../../../source/reports/change-request/rows-for.js';
import type {Audience} from '../../../source/reports/report-kinds.js';
import {wordsIn} from '../document-words.js';
import {runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {sampleSite} from '../sample-site.js';

const wordsFor = (audience?: Audience, run?: ProbeRun) =>
	knownOfRows(rowsFor(sampleSite({run}), audience))
		.map(wordsIn)
		.join('\n');

test('of a retired row it is said what became of it, and what to do', () => {
	assert.match(
		wordsFor('network'),
		/^mirrorlist\.centos\.org, 80 TCP: Retired: .* vault\.centos\.org\. .* Nothing has to be permitted for it/m,
	);
});

test('a retired name that answers after all is not called so', () => {
	const parts = {id: 'mirrorlist-centos', destination: 'mirrorlist.centos.org'};
	assert.doesNotMatch(wordsFor('network', runOf([sampleResult(parts)])), /Retired/);
});

test('what else is known stands under the same connection', () => {
	assert.match(
		wordsFor('dba'),
		/^db\.college\.example, 1433 TCP: Analytics logs in with .*\n: A named instance may listen/m,
	);
});

test('where nothing is known there is no such chapter', () => {
	assert.deepEqual(knownOfRows([]), []);
});
