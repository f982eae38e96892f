import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {renderToString} from 'ink';
import type {ReactNode} from 'react';
import {knockTools} from '../../source/probes/inbound/how-to-knock.js';
import {unicodeMarks} from '../../source/reports/marks.js';
import {type Letter, letters} from '../../source/wizard/letters.js';
import {QrScreen} from '../../source/wizard/screens/results/qr-screen.js';
import {SessionEndScreen} from '../../source/wizard/screens/sessions/session-end-screen.js';
import {TakeOverScreen} from '../../source/wizard/screens/sessions/take-over-screen.js';
import {steps} from '../../source/wizard/steps/index.js';
import type {Hint} from '../../source/wizard/widgets/hints.js';
import {LookContext} from '../../source/wizard/widgets/look.js';
import {keys, mount} from '../helpers/screen.js';
import {exampleView} from '../session/example-view.js';
import {everyScreen} from './screens/every-screen.js';

// A key is learnt once: the footers of all screens, held together.

/** What is said of a letter where its own words fit less well. */
const otherWords: {readonly [Key in Letter]?: readonly string[]} = {
	a: ['write'],
	k: ['keep without proof'],
	l: ['login prompt'],
	n: ['show names'],
	r: ['raw', 'in words'],
	t: ['try'],
	u: ['undo now'],
};

const meanings: Readonly<Record<string, readonly string[]>> = {
	...Object.fromEntries(
		(Object.keys(letters) as Letter[]).map(letter => [
			letter.toUpperCase(),
			[letters[letter], ...(otherWords[letter] ?? [])],
		]),
	),
	'Ctrl-C': ['leave'],
	Esc: ['back', 'back to this page', 'back to the review', 'end the search'],
	'?': ['help'],
	'/': ['search'],
	Del: ['remove'],
	'Ctrl-Z': ['undo'],
	'Ctrl-O': ['file'],
	// On the screen that waits, it names the tool that is next.
	Tab: ['next', 'complete', ...knockTools],
	Space: ['answer', 'stop answering'],
	// A trial is kept by another one each time, which only those know who see the screen.
	'a digit': ['keep'],
	Enter: [
		...['next', 'add', 'edit', 'put back', 'read', 'try'],
		...['begin', 'go on', 'open', 'choose', 'evidence', 'review', 'apply'],
		...['set this server up', 'look on'],
		...['back to the review', 'see the results', 'next one'],
		// On the review, to the page of the line that is pointed at.
		...steps.map(({title}) => `change ${title}`),
		...steps.map(({title}) => `go to ${title}`),
	],
	[unicodeMarks.arrows]: ['move', 'choose'],
	[unicodeMarks.up]: ['pages'],
	[unicodeMarks.sideways]: ['choose a page', 'other codes'],
};

/** Nothing leads out of an apply halfway. */
const withoutWayOut = ['applying'];
const waysOut = ['Esc', 'Ctrl-C', 'Q', 'L login prompt'];

function judge(name: string, hints: readonly Hint[]): void {
	for (const [key, does] of hints) {
		const known = meanings[/^\d$/.test(key) ? 'a digit' : key];
		assert.ok(
			known?.includes(does),
			`${key} "${does}", but elsewhere "${known?.join(', ')}"`,
		);
	}

	assert.ok(
		withoutWayOut.includes(name) ||
			hints.some(([key, does]) =>
				[key, `${key} ${does}`].some(each => waysOut.includes(each)),
			),
		'the footer names no way out',
	);
}

/** The keys of a footer, from the last line of a screen. */
function hintsOn(screen: string): readonly Hint[] {
	const footer = screen.split('\n').at(-1)?.trim() ?? '';
	return footer
		.split(` ${unicodeMarks.separator} `)
		.filter(hint => hint !== '')
		.map(hint => {
			const [key = '', ...words] = hint.split(' ');
			return [key, words.join(' ')];
		});
}

/** In a window so wide that no footer is cut. */
const wide = {columns: 132, rows: 50};
const inWindow = (screen: ReactNode) => (
	<LookContext value={{marks: unicodeMarks, ...wide}}>{screen}</LookContext>
);

const nothing = () => undefined;
/** Those without the title line of the others. */
const otherScreens: typeof everyScreen = [
	[
		'QR code',
		<QrScreen
			key=""
			lines={['license.looker.com 443/tcp: no answer']}
			subject="What fails"
			status=""
			onClose={nothing}
			onLeave={nothing}
		/>,
	],
	[
		'end of another session',
		<SessionEndScreen
			key=""
			end={{state: 'left'}}
			view={exampleView}
			onGoOn={nothing}
			onLeave={nothing}
		/>,
	],
	[
		'another session taken over',
		<TakeOverScreen
			key=""
			view={exampleView}
			onTakeOver={nothing}
			onTrial={nothing}
			onBack={nothing}
			onLeave={nothing}
		/>,
	],
];

for (const [name, screen] of [...everyScreen, ...otherScreens]) {
	test(`${name}: each key means what it means everywhere, and one leads out`, () => {
		const text = renderToString(inWindow(screen), wide);
		judge(name, hintsOn(stripVTControlCharacters(text)));
	});
}

for (const [name, type, shown] of [
	['viewers', keys.up, /Del remove/],
	['viewers', '10.20', /Enter add/],
	['viewers', keys.up + keys.enter, /Enter put back/],
	['viewers', '/', /▸ Find/],
	['viewers', '\u000F', /▸ File/],
	['server', keys.up, /Enter go to Server/],
	['review', 'r', /R in words/],
	['waiting', ' ', /Space stop answering/],
	['help', '/', /Find/],
	['document, network', '/', /Find/],
	['evidence for support', 'n', /N show names/],
] as const) {
	test(`${name} after ${JSON.stringify(type)}: the same`, async () => {
		const screen = everyScreen.find(([each]) => each === name)?.[1];
		const {type: press, shows, text, unmount} = mount(inWindow(screen), wide);
		press(type);
		await shows(shown);
		judge(name, hintsOn(text()));
		unmount();
	});
}
