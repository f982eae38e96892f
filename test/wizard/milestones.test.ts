import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Draft} from '../../source/answers/schema.js';
import {
	type Milestone,
	milestonesOf,
	openBeside,
} from '../../source/wizard/milestones.js';
import type {Place} from '../../source/wizard/place.js';
import {steps} from '../../source/wizard/steps/index.js';
import {exampleDraft} from './screens/open-screen.js';

const {server, viewers} = exampleDraft;
const nobody: typeof viewers = {subnets: []};
const onPage = (index: number): Place => {
	const step = steps[index];
	return step === undefined ? {at: 'review'} : {at: 'step', step};
};
const line = (place: Place, draft: Draft) => milestonesOf({place, draft});
const marks = (milestones: readonly Milestone[]) =>
	milestones
		.map(({state}) => ({done: 'x', incomplete: '!', here: '>', 'to-come': '.'})[state])
		.join('');
const open = (milestones: readonly Milestone[]) =>
	milestones.map(({isOpen}) => (isOpen ? 'o' : '-')).join('');

test('every page has its place on the line, and the review the last', () => {
	const titles = line(onPage(0), {}).map(({title}) => title);
	assert.deepEqual(titles, [...steps.map(({title}) => title), 'Review']);
});

for (const [name, place, draft, marked, opened] of [
	['nothing is answered', onPage(0), {}, '>........', 'o--------'],
	['the second page is next', onPage(1), {server}, 'x>.......', 'oo-------'],
	['back on the first page', onPage(0), {server, viewers}, '>x.......', 'ooo------'],
	['all is answered', onPage(3), exampleDraft, 'xxx>xxxx.', 'ooooooooo'],
	['on the review', onPage(8), exampleDraft, 'xxxxxxxx>', 'ooooooooo'],
	[
		'nobody is named as a viewer',
		onPage(2),
		{server, viewers: nobody},
		'x!>......',
		'ooo------',
	],
	[
		'a page in between is missing',
		onPage(0),
		{server, sql: exampleDraft.sql},
		'>...x....',
		'oo--o----',
	],
] as const) {
	test(`${name}: ${marked}, and open are ${opened}`, () => {
		const milestones = line(place, draft);
		assert.equal(marks(milestones), marked);
		assert.equal(open(milestones), opened);
	});
}

const some = [true, true, false, false, true, false].map(
	(isOpen, index): Milestone => ({title: `${index}`, state: 'to-come', isOpen}),
);

for (const [from, distance, to] of [
	[0, 1, 1],
	[1, 1, 4],
	[4, 1, 4],
	[4, -1, 1],
	[0, -1, 0],
	[3, -1, 1],
] as const) {
	test(`from page ${from} by ${distance} the next that is open is ${to}`, () => {
		assert.equal(openBeside(some, from, distance), to);
	});
}
