import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import type {ReactNode} from 'react';
import {asciiMarks, type Marks, unicodeMarks} from '../../../source/reports/marks.js';
import {StepScreen} from '../../../source/wizard/screens/step/step-screen.js';
import {steps} from '../../../source/wizard/steps/index.js';
import {LookContext} from '../../../source/wizard/widgets/look.js';
import {everyScreen, onPage, screenProps} from './every-screen.js';

const draw = (screen: ReactNode, marks: Marks, columns = 80, rows = 24) =>
	stripVTControlCharacters(
		renderToString(<LookContext value={{marks, columns, rows}}>{screen}</LookContext>, {
			columns,
		}),
	).split('\n');

for (const [name, screen] of everyScreen) {
	for (const [glyphs, marks] of [
		['glyphs', unicodeMarks],
		['ASCII', asciiMarks],
	] as const) {
		suite(`${name} with ${glyphs} at 80x24`, () => {
			const lines = draw(screen, marks);
			const [title = ''] = lines;
			const footer = lines.at(-1) ?? '';
			const note = lines.at(-3) ?? '';
			test('fills the screen and not more', () => {
				assert.equal(lines.length, 24);
				assert.ok(lines.every(line => line.length <= 80));
			});

			test('shows every key of its footer, and its note, to the end', () => {
				assert.ok(!footer.includes('…'), footer);
				assert.ok(!note.includes('…'), note);
			});

			test('shows its title and what is in effect to the end', () => {
				assert.match(
					title,
					/uni\.edu \S (nothing applied|only files|not set up)$|rows proven|old rules return in/,
				);
				assert.ok(!title.includes('…'), title);
			});
		});
	}
}

for (const step of steps) {
	for (const [columns, rows] of [
		[80, 24],
		[60, 20],
	] as const) {
		test(`at ${columns}x${rows} every field of ${step.id} can be seen`, () => {
			const screen = <StepScreen {...screenProps} {...onPage(step)} />;
			const text = draw(screen, unicodeMarks, columns, rows).join('\n');
			for (const {label} of step.fields.slice(step.fields.length > 1 ? 0 : 1)) {
				assert.match(text, new RegExp(`^ ${label} `, 'm'), label);
			}

			if (step.fields.some(({kind}) => kind === 'list')) {
				assert.match(text, /for example/);
			}
		});
	}
}

for (const [name, last] of [
	['invitation beside somebody', /its\s+login prompt by itself\.[\s\S]*L login prompt$/m],
	['shut out', /Back to the review$/m],
	['insist', /press Enter:\s+shut me out\s+▸/],
	['undone', /what is in effect\.$/m],
	['home', /Leave$/m],
	['home with files', /Leave$[\s\S]*effect on this server\.$/m],
	['documents', /S saves it\.[\s\S]*Esc back/],
	['evidence for support', /can be read in it\.[\s\S]*Esc back/],
	['log in, sql', /Database +none; for example analytics$/m],
	['log in, mail', /Test message to +none; for example it@uni\.edu$/m],
	['generations', /Esc back$/m],
] as const) {
	test(`at 60x20 ${name} shows all that it has to`, () => {
		const screen = everyScreen.find(([title]) => title === name)?.[1];
		const text = draw(screen, unicodeMarks, 60, 20).join('\n');
		assert.match(text, last);
	});
}
