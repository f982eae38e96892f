import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rotationOf} from '../../source/reports/rotation.js';
import {runOf} from './sample-faults.js';
import {sampleResult} from './sample-results.js';

/** A run that found the SQL Server at these addresses. */
const runAt = (...addresses: readonly string[]) =>
	runOf([sampleResult({evidence: {name: {outcome: 'answered', addresses}}})]);

for (const [what, name, addresses, run, kind] of [
	['a pool of the list', '0.centos.pool.ntp.org', ['192.0.2.1'], undefined, 'known'],
	[
		'a name of the list that is not known to',
		'license.looker.com',
		['192.0.2.1'],
		undefined,
		undefined,
	],
	['one address', 'mssql.uni.edu', ['10.50.0.5'], runAt('10.50.0.5'), undefined],
	[
		'one address of each family',
		'mssql.uni.edu',
		['10.50.0.5', '2001:db8::5'],
		undefined,
		undefined,
	],
	[
		'two of one family',
		'mssql.uni.edu',
		['10.50.0.5', '10.51.0.5'],
		undefined,
		'several',
	],
	['two by IPv6', 'mssql.uni.edu', ['2001:db8::5', '2001:db8::6'], undefined, 'several'],
	[
		'another one than when it was tried',
		'mssql.uni.edu',
		['10.50.0.6'],
		runAt('10.50.0.5'),
		'moved',
	],
	[
		'one more than when it was tried',
		'mssql.uni.edu',
		['10.50.0.5', '2001:db8::5'],
		runAt('10.50.0.5'),
		undefined,
	],
	['none any more', 'mssql.uni.edu', [], runAt('10.50.0.5'), undefined],
	[
		'evidence that says nothing of names',
		'mssql.uni.edu',
		['10.50.0.5'],
		runOf([sampleResult()]),
		undefined,
	],
] as const) {
	test(`whether addresses change: ${what}`, () => {
		assert.equal(rotationOf(name, addresses, run)?.kind, kind);
	});
}

test('what was seen to move is told with both addresses', () => {
	const rotation = rotationOf('mssql.uni.edu', ['10.50.0.6'], runAt('10.50.0.5'));
	assert.equal(
		rotation?.reason,
		'When it was tried it was 10.50.0.5, and later 10.50.0.6.',
	);
});
