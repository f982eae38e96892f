import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {Box, Text} from 'ink';
import {useCommands} from '../../../source/wizard/widgets/use-commands.js';
import {usePrompt} from '../../../source/wizard/widgets/use-prompt.js';
import {keys, mount, pasted} from '../../helpers/screen.js';

let heard: string[];
let screen: ReturnType<typeof mount>;
beforeEach(() => {
	heard = [];
	screen = mount(<Screen />);
});
afterEach(() => screen.unmount());

/** A screen on which `s` asks for the name of a file. */
function Screen() {
	const hear = (what: string) => (value: string) => heard.push(`${what} ${value}`);
	const prompt = usePrompt({
		label: 'Save as',
		note: 'Esc ends',
		onChange: hear('typed'),
		onKey(name, value) {
			hear(name)(value);
			if (name === 'enter') {
				prompt.close();
			}

			if (name === 'tab') {
				prompt.change('completed.txt');
			}
		},
		onLeave: () => heard.push('left'),
	});
	useCommands(
		{s: () => prompt.open(), m: () => prompt.open('report.txt'), q: () => hear('q')('')},
		!prompt.isOpen,
	);
	return (
		<Box flexDirection="column">
			<Text>{prompt.isOpen ? 'open' : 'closed'}</Text>
			{prompt.line}
		</Box>
	);
}

test('there is no line before it is opened', () => {
	assert.equal(screen.text(), 'closed');
});

test('what is typed goes to the line, and each change is told', async () => {
	screen.type('s');
	await screen.shows(/open\n▸ Save as +Esc ends/);
	screen.type('qs');
	screen.type('.txt');
	await screen.shows(/▸ Save as qs\.txt +Esc ends/);
	assert.deepEqual(heard, ['typed qs', 'typed qs.txt']);
});

test('it may open with a text to begin with, which can be edited', async () => {
	screen.type('m');
	await screen.shows(/Save as report\.txt/);
	screen.type(keys.home + keys.delete);
	await screen.shows(/Save as eport\.txt/);
	assert.deepEqual(heard, ['typed report.txt', 'typed eport.txt']);
});

test('Enter is told what was typed, and may close the line', async () => {
	screen.type('s');
	await screen.shows(/open/);
	screen.type('a.txt\r');
	await screen.shows(/closed/);
	assert.deepEqual(heard, ['typed a.txt', 'enter a.txt']);
});

test('a key may put another text there', async () => {
	screen.type('s');
	await screen.shows(/open/);
	screen.type(`co${keys.tab}`);
	await screen.shows(/Save as completed\.txt/);
});

test('of what is pasted the first line is taken, without control characters', async () => {
	screen.type('s');
	await screen.shows(/open/);
	screen.type(pasted('a\u0007\u009B2J.txt\nb.txt'));
	await screen.shows(/Save as a2J\.txt /);
	assert.deepEqual(heard, ['typed a2J.txt']);
});

test('Esc closes the line, and the keys are those of the screen again', async () => {
	screen.type('m');
	await screen.shows(/open/);
	screen.type(keys.escape);
	await screen.shows(/^closed$/);
	screen.type('q');
	assert.deepEqual(heard, ['q ']);
	screen.type('s');
	await screen.shows(/Save as +Esc ends/);
});

test('Ctrl-C asks to leave, and the line stays', async () => {
	screen.type('m');
	await screen.shows(/open/);
	screen.type(keys.interrupt);
	assert.deepEqual(heard, ['left']);
	assert.match(screen.text(), /report\.txt/);
});
