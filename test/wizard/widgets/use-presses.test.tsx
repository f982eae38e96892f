import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import type {Press} from '../../../source/wizard/presses.js';
import {ActiveContext} from '../../../source/wizard/widgets/active.js';
import {usePresses} from '../../../source/wizard/widgets/use-presses.js';
import {keys, mount, pasted} from '../../helpers/screen.js';

let heard: Array<readonly [string, Press]>;
let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

function Listener({name, isOnTop}: {readonly name: string; readonly isOnTop?: boolean}) {
	usePresses(press => heard.push([name, press]), isOnTop);
	return <Text>{name}</Text>;
}

const open = (node = <Listener name="below" />) => {
	heard = [];
	screen = mount(node);
};

test('hands on what was typed, pressed and pasted, in this order', () => {
	open();
	screen.type('10.20\r');
	screen.type(keys.left);
	screen.type(pasted('a\nb'));
	assert.deepEqual(
		heard.map(([, press]) => press),
		[
			{kind: 'text', text: '10.20'},
			{kind: 'key', name: 'enter'},
			{kind: 'key', name: 'left'},
			{kind: 'paste', text: 'a\nb'},
		],
	);
});

test('a paste that looks like keys is a paste', () => {
	open();
	screen.type(pasted('\u0003\r'));
	assert.deepEqual(heard, [['below', {kind: 'paste', text: '\u0003\r'}]]);
});

for (const [name, node] of [
	[
		'under a question',
		<>
			<ActiveContext key="" value={false}>
				<Listener name="below" />
			</ActiveContext>
			<Listener name="above" />
		</>,
	],
	[
		'under another screen',
		<>
			<Listener key="" name="below" isOnTop={false} />
			<Listener name="above" />
		</>,
	],
] as const) {
	test(`what lies ${name} hears neither keys nor pastes`, () => {
		open(node);
		screen.type('x');
		screen.type(pasted('y'));
		assert.deepEqual(
			heard.map(([listener]) => listener),
			['above', 'above'],
		);
	});
}
