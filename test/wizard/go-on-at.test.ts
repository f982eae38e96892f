import assert from 'node:assert/strict';
import {test} from 'node:test';
import {goOnAt, pageOf} from '../../source/wizard/go-on-at.js';
import {begin, type Progress} from '../../source/wizard/progress.js';
import {steps} from '../../source/wizard/steps/index.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';

const {version: _version, ...complete} = exampleAnswers;
const {server, viewers} = complete;
const beginWith = (draft: Progress['draft'], isConfigured = false) =>
	begin({draft, typed: {}, isConfigured, isInEffect: isConfigured});

for (const [name, progress, page, expected] of [
	['the page that was being filled', beginWith({server, viewers}), 'servers', 'servers'],
	['a page that was gone back to', beginWith({server, viewers}), 'server', 'server'],
	['a page of a configured server', beginWith(complete, true), 'viewers', 'viewers'],
	['the review', beginWith(complete), 'review', 'review'],
	['no review without every answer', beginWith({server}), 'review', undefined],
	['no page that is not known', beginWith({server}), 'elsewhere', undefined],
	['the beginning where there was no page', beginWith({server}), undefined, undefined],
] as const) {
	test(`a session that is taken over goes on at ${name}`, () => {
		assert.equal(pageOf(goOnAt(progress, page).place), expected);
	});
}

test('a page that was gone back to leads back to the one that is open', () => {
	const {place} = goOnAt(beginWith({server, viewers}), 'server');
	assert.deepEqual(place, {
		at: 'step',
		step: steps[0],
		detourFrom: {at: 'step', step: steps[2]},
	});
});
