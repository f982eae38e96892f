import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {Box, Text} from 'ink';
import {useCommands} from '../../../source/wizard/widgets/use-commands.js';
import {useScroll} from '../../../source/wizard/widgets/use-scroll.js';
import {useSearch} from '../../../source/wizard/widgets/use-search.js';
import {keys, mount} from '../../helpers/screen.js';

const texts = [
	'license.looker.com',
	'mssql.uni.edu',
	'mirrorlist.centos.org',
	'smtp.uni.edu',
	'10.20.0.0/16',
];

let left = 0;
let screen: ReturnType<typeof mount>;
beforeEach(() => {
	left = 0;
	screen = mount(<List />);
});
afterEach(() => screen.unmount());

function List() {
	const {at, goTo, moves} = useScroll(texts.length - 1);
	const search = useSearch({
		texts,
		at,
		goTo,
		onLeave() {
			left += 1;
		},
	});
	useCommands({...moves, '/': search.open}, !search.isOpen);
	return (
		<Box flexDirection="column">
			<Text>
				at {at}, found {search.found ?? 'nothing'}
			</Text>
			{search.line}
		</Box>
	);
}

const find = async (...inputs: readonly string[]) => {
	screen.type('/');
	await screen.shows(/Find/);
	inputs.forEach(screen.type);
};

for (const [name, inputs, shown] of [
	['a part of a text', ['uni'], /at 1, found 1\n▸ Find uni +1 of 2/],
	['more of it, letter by letter', [...'mirror'], /at 2, found 2\n▸ Find mirror +1 of 1/],
	['upper case', ['LOOKER'], /at 0, found 0/],
	['spaces around it', [' smtp '], /at 3, found 3/],
	['a bracket, a star or a dot as they are', ['0.0/1'], /at 4, found 4/],
	['Enter: the next', ['uni', keys.enter], /at 3, found 3\n▸ Find uni +2 of 2/],
	['Down: the next', ['uni', keys.down], /at 3, found 3/],
	['next past the last: the first', ['uni', keys.enter, keys.enter], /at 1, found 1/],
	['Up: the one before', ['uni', keys.enter, keys.up], /at 1, found 1/],
	['before the first: the last', ['uni', keys.up], /at 3, found 3.*\n.*2 of 2/],
	['several keys in one chunk', ['uni\r\r\r'], /at 3, found 3/],
	['what is nowhere', ['uni', 'x'], /at 1, found nothing\n▸ Find unix +not found/],
	['Enter on what is nowhere', ['unix\r'], /at 0, found nothing.*\n.*not found/],
	['a letter taken back', ['unix', keys.backspace], /at 1, found 1.*\n.*1 of 2/],
	['all taken back', ['uni', keys.clear], /found nothing\n▸ Find +Esc ends/],
] as const) {
	test(`finds ${name}`, async () => {
		await find(...inputs);
		await screen.shows(shown);
	});
}

test('it looks first from where one is', async () => {
	screen.type(keys.down.repeat(2));
	await screen.shows(/at 2/);
	await find('uni');
	await screen.shows(/at 3, found 3/);
});

test('what comes in one chunk with the slash is searched for, and is no command', async () => {
	screen.type('/smtp');
	await screen.shows(/at 3, found 3\n▸ Find smtp +1 of 1/);
});

test('Esc ends it where it is, and the arrows move again', async () => {
	await find('smtp');
	await screen.shows(/found 3/);
	screen.type(keys.escape);
	await screen.shows(/^at 3, found nothing$/);
	screen.type(keys.up);
	await screen.shows(/at 2/);
});

test('a new search begins empty', async () => {
	await find('smtp');
	screen.type(keys.escape);
	await screen.shows(/^at 3, found nothing$/);
	await find();
	await screen.shows(/at 3, found nothing\n▸ Find +Esc ends/);
});

test('Ctrl-C asks to leave', async () => {
	await find('uni', keys.interrupt);
	assert.equal(left, 1);
});
