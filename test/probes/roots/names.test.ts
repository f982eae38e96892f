import assert from 'node:assert/strict';
import {test} from 'node:test';
import {namesRoot} from '../../../source/probes/roots/names.js';
import {found, place} from './recorded-findings.js';

const license = found('looker-license', 'names.behind');
const bitbucket = found('bitbucket', 'names.behind');

test('names that nobody follows are told once', () => {
	const root = namesRoot([license, bitbucket, found('mail', 'tcp.timeout')], place);
	assert.ok(root);
	const {id, verdict, cause, owner, detail, remedy} = root.result;
	assert.deepEqual(
		[id, verdict, cause, owner],
		['names', 'fail', 'names.behind', 'this-host'],
	);
	assert.equal(detail, 'where 2 names are is not known to its rules');
	assert.match(remedy ?? '', /permit looker-license\.example and 1 more, but not yet/);
});

test('a name that has moved a moment ago is told by itself', () => {
	assert.equal(namesRoot([license, found('mail', null)], place), undefined);
});

test('a row with several ways to one name is one name', () => {
	assert.equal(namesRoot([license, license], place), undefined);
});

for (const [what, finding, isExplained] of [
	['a row whose name it does not know', bitbucket, true],
	[
		'a family that it does not know',
		found('mail', 'names.behind', {verdict: 'warn'}),
		true,
	],
	['what another firewall refuses', found('mail', 'tcp.prohibited'), false],
	['what works', found('mail', null), false],
] as const) {
	test(`by names that are not followed, ${what} is ${isExplained ? '' : 'not '}explained`, () => {
		const root = namesRoot([license, bitbucket, finding], place);
		assert.equal(root?.explains(finding), isExplained);
	});
}
