import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import {useCommands} from '../../../source/wizard/widgets/use-commands.js';
import {useScroll} from '../../../source/wizard/widgets/use-scroll.js';
import {keys, mount} from '../../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type TextProps = {readonly last: number; readonly begin?: number; readonly to?: number};

function LongText({last, begin, to = 7}: TextProps) {
	const {at, moves, goTo} = useScroll(last, begin);
	useCommands({...moves, enter: () => goTo(to)});
	return <Text>at {at}.</Text>;
}

for (const [name, input, line] of [
	['nothing pressed', '', 0],
	['Down', keys.down, 1],
	['Down and Down in one chunk', keys.down.repeat(2), 2],
	['Down and Up', keys.down + keys.up, 0],
	['Up at the first line', keys.up, 0],
	['Page Down', keys.pageDown, 10],
	['Page Down and Page Up', keys.pageDown + keys.pageUp, 0],
	['End', keys.end, 25],
	['End and Up', keys.end + keys.up, 24],
	['Down past the last line', keys.end + keys.down, 25],
	['Page Down past the last line', keys.pageDown.repeat(3), 25],
	['Home', keys.end + keys.home, 0],
	['a line that is gone to', keys.enter, 7],
] as const) {
	test(`${name}: line ${line}`, async () => {
		screen = mount(<LongText last={25} />);
		screen.type(input);
		await screen.shows(new RegExp(`^at ${line}\\.$`));
	});
}

test('it may begin in the middle', async () => {
	screen = mount(<LongText last={25} begin={12} />);
	await screen.shows(/at 12\./);
	screen.type(keys.up);
	await screen.shows(/at 11\./);
});

test('a line past the end that is gone to is the last one', async () => {
	screen = mount(<LongText last={5} to={99} />);
	screen.type(keys.enter);
	await screen.shows(/at 5\./);
	screen.type(keys.up);
	await screen.shows(/at 4\./);
});

test('a text that got shorter goes on from its last line', async () => {
	screen = mount(<LongText last={25} />);
	screen.type(keys.end);
	await screen.shows(/at 25\./);
	screen.again(<LongText last={3} />);
	await screen.shows(/at 3\./);
	screen.type(keys.up);
	await screen.shows(/at 2\./);
});

test('where all can be seen nothing moves', () => {
	screen = mount(<LongText last={0} />);
	screen.type(keys.down + keys.pageDown + keys.end);
	assert.equal(screen.text(), 'at 0.');
});
