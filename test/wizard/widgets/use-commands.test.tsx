import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import {useCommands} from '../../../source/wizard/widgets/use-commands.js';
import {keys, mount, pasted, until} from '../../helpers/screen.js';

let heard: string[];
let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

function Screen({isOnTop = true}: {readonly isOnTop?: boolean}) {
	const hear = (what: string) => () => heard.push(what);
	useCommands(
		{
			...{a: hear('apply'), s: hear('save'), ' ': hear('answer'), '?': hear('help')},
			'/': typed => heard.push(`find ${typed}`),
			...{enter: hear('Enter'), up: hear('Up'), escape: hear('Esc')},
		},
		isOnTop,
	);
	return <Text>ready</Text>;
}

const open = (node = <Screen />) => {
	heard = [];
	screen = mount(node);
};

for (const [name, input, expected] of [
	['a letter', 'a', ['apply']],
	['a capital letter', 'A', ['apply']],
	['a key', keys.up, ['Up']],
	['a space', ' ', ['answer']],
	['a question mark', '?', ['help']],
	['several letters in one chunk', 'asa', ['apply', 'save', 'apply']],
	['letters and Enter in one chunk', 'as\r', ['apply', 'save', 'Enter']],
	['letters that mean nothing here', 'xyz', []],
	['a word that every object has', 'constructor', ['save']],
	['letters behind a slash, which are searched for', 'a/Sa', ['apply', 'find Sa']],
	['what is pasted', pasted('as\r'), []],
	['a key that means nothing here', keys.down, []],
] as const) {
	test(`${name}: ${expected.join(', ') || 'nothing'}`, () => {
		open();
		screen.type(input);
		assert.deepEqual(heard, expected);
	});
}

test('Esc is told from what begins with it', async () => {
	open();
	screen.type(keys.escape);
	await until(
		() => heard.length > 0,
		() => 'nothing heard',
	);
	assert.deepEqual(heard, ['Esc']);
});

test('a screen that is covered hears nothing', () => {
	open(<Screen isOnTop={false} />);
	screen.type('a\r');
	assert.deepEqual(heard, []);
});
