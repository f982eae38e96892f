import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {Draft} from '../../../../source/answers/schema.js';
import type {WizardEvent} from '../../../../source/wizard/progress.js';
import {StepScreen} from '../../../../source/wizard/screens/step/step-screen.js';
import {steps} from '../../../../source/wizard/steps/index.js';
import {keys, mount} from '../../../helpers/screen.js';
import {exampleDraft, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (id: string, draft: Draft = exampleDraft): readonly WizardEvent[] => {
	const step = steps.find(each => each.id === id) ?? assert.fail(id);
	const {props, sent} = screenOn({}, draft);
	const progress = {...props.progress, place: {at: 'step', step} as const};
	screen = mount(<StepScreen {...props} step={step} progress={progress} />);
	return sent;
};
const jumps = (sent: readonly WizardEvent[]) =>
	sent.flatMap(event => {
		switch (event.type) {
			case 'jumped':
				return [event.step.id];
			case 'opened':
				return [event.place];
			default:
				return [];
		}
	});
const onLine = /Enter go to \w+ · ←→ choose a page · Esc back to this page/;

for (const [name, key] of [
	['Up', keys.up],
	['Shift-Tab', keys.backTab],
] as const) {
	for (const [page, presses] of [
		['server', 1],
		// Past the entries of the example.
		['viewers', 3],
		['time', 4],
	] as const) {
		test(`${name} from the first field of ${page} leads to the progress line`, async () => {
			open(page);
			screen.type(key.repeat(name === 'Up' ? presses : 1));
			await screen.shows(onLine);
			assert.doesNotMatch(screen.text(), /▸/, 'no field is pointed at besides');
		});
	}
}

for (const [name, page, input, to] of [
	['the page before', 'viewers', keys.left, 'server'],
	['the page after', 'viewers', keys.right, 'servers'],
	['the first page', 'time', keys.left.repeat(9), 'server'],
	['the review', 'server', keys.right.repeat(9), 'review'],
] as const) {
	test(`arrows and Enter lead from ${page} to ${name}`, async () => {
		const sent = open(page);
		screen.type(keys.backTab);
		await screen.shows(onLine);
		screen.type(`${input}\r`);
		assert.deepEqual(jumps(sent), [to]);
	});
}

test('a page is not open before all the pages that come before it are answered', async () => {
	const {server, viewers} = exampleDraft;
	const sent = open('server', {server, viewers});
	screen.type(keys.up);
	await screen.shows(onLine);
	screen.type(`${keys.right.repeat(9)}\r`);
	assert.deepEqual(jumps(sent), ['servers']);
});

test('Enter on the page that one is on goes on in its form', async () => {
	const sent = open('server');
	screen.type(`${keys.up}\r`);
	await screen.shows(/Enter next/);
	assert.deepEqual(jumps(sent), []);
	screen.type('\r');
	assert.ok(sent.some(({type}) => type === 'answered'));
});

test('typing goes back into the form, and is typed there', async () => {
	const sent = open('server');
	screen.type(`${keys.up}${keys.right}`);
	await screen.shows(onLine);
	screen.type('x');
	await screen.shows(/analytics\.uni\.edux[\s\S]*Enter next/);
	assert.deepEqual(jumps(sent), []);
});

test('Esc goes back to the page, and not to the one before', async () => {
	const sent = open('viewers');
	screen.type(keys.backTab);
	await screen.shows(onLine);
	screen.type(keys.escape);
	await screen.shows(/Enter next/);
	assert.ok(sent.every(({type}) => type !== 'went-back'));
});

test('Ctrl-C on the line asks whether to leave', async () => {
	const sent = open('viewers');
	screen.type(keys.backTab);
	await screen.shows(onLine);
	screen.type(keys.interrupt);
	assert.ok(sent.some(({type}) => type === 'asked-to-leave'));
});

test('what was being typed in a list is still there', async () => {
	open('servers', {});
	screen.type('10.30.0');
	await screen.shows(/10\.30\.0/);
	screen.type(keys.up);
	await screen.shows(onLine);
	assert.match(screen.text(), /10\.30\.0/);
});
