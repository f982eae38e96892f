import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../../source/catalogue/catalogue.js';
import {helpLines} from '../../../../source/wizard/screens/step/help-lines.js';
import {steps} from '../../../../source/wizard/steps/index.js';

const textOf = (lines: ReturnType<typeof helpLines>) =>
	lines.map(({text}) => text.trim()).join(' ');

for (const step of steps) {
	test(`the help of "${step.title}" tells a story, gives examples of what is typed and fits`, () => {
		const lines = helpLines(step, 58);
		assert.ok(lines.every(({text}) => text.length <= 58));
		assert.ok(step.help.length >= 2);
		const isTyped = step.fields.some(field => 'example' in field);
		assert.equal(textOf(lines).includes('For example: '), isTyped);
	});

	test(`the help of "${step.title}" has each row that it feeds in the words of the list`, () => {
		const text = textOf(helpLines(step, 78)).replaceAll(/\s+/g, ' ');
		for (const {id, port, usage, notes = []} of catalogue) {
			const isFed = step.feeds.includes(id);
			for (const words of isFed ? [port, usage, ...notes] : []) {
				assert.ok(text.includes(words), words);
			}
		}
	});
}
