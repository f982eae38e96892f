import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ProbeResult} from '../../../source/probes/probe-result.js';
import {inShort} from '../../../source/reports/change-request/in-short.js';
import {rowsFor} from '../../../source/reports/change-request/rows-for.js';
import type {Audience} from '../../../source/reports/report-kinds.js';
import {wordsIn} from '../document-words.js';
import {faultOf, runOf} from '../sample-faults.js';
import {sampleResult} from '../sample-results.js';
import {sampleSite} from '../sample-site.js';

const shortFor = (audience: Audience | undefined, results: readonly ProbeResult[]) => {
	const site = sampleSite({run: runOf(results)});
	return wordsIn(inShort(site, audience, rowsFor(site, audience)));
};
const db = {destination: 'db.college.example'};

for (const [audience, wanted] of [
	['network', /Please permit the connections in the tables below, and no others/],
	['dba', /Please let it reach the SQL Server db\.college\.example/],
	['mail', /Please let it send mail through relay\.college\.example on 587 TCP/],
	['dns', /its own name and address are in the DNS/],
	[undefined, /This paper has every connection/],
] as const) {
	test(`what is asked is said at once: ${audience ?? 'everybody'}`, () => {
		assert.match(shortFor(audience, []), wanted);
	});
}

for (const [what, results, wanted] of [
	['all works', [sampleResult(db)], /of 2 connections 1 works and 1 was not tried\.$/],
	[
		'the reader has to act',
		[faultOf('tcp.refused', db)],
		/1 fails and 1 was not tried\. 1 of them is asked of you below\.$/,
	],
	[
		'others have to act',
		[faultOf('tcp.timeout', db)],
		/1 fails and 1 was not tried\. What is open is for others to mend\.$/,
	],
] as const) {
	test(`how things stand is counted: ${what}`, () => {
		assert.match(shortFor('dba', results), wanted);
	});
}
