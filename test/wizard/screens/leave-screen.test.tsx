import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import {LeaveScreen} from '../../../source/wizard/screens/leave-screen.js';
import {keys, mount, until} from '../../helpers/screen.js';
import {screenOn} from './open-screen.js';

let screen: ReturnType<typeof mount>;
let happened: string[];
beforeEach(() => {
	happened = [];
	const {props} = screenOn();
	screen = mount(
		<LeaveScreen
			{...props}
			send={event => happened.push(event.type)}
			onLeave={() => happened.push('left')}
		/>,
	);
});
afterEach(() => screen.unmount());

test('says that nothing is lost', async () => {
	await screen.shows(/Leave the setup\?/);
	assert.match(screen.text(), /What you answered is kept/);
	assert.match(screen.text(), /nothing applied/);
});

for (const [name, input, wanted] of [
	['Enter leaves', keys.enter, 'left'],
	['Ctrl-C again leaves', keys.interrupt, 'left'],
	['Down and Enter stay', keys.down + keys.enter, 'stayed'],
	['Esc stays', keys.escape, 'stayed'],
] as const) {
	test(name, async () => {
		screen.type(input);
		await until(
			() => happened.length > 0,
			() => `nothing happened\n${screen.text()}`,
		);
		assert.deepEqual(happened, [wanted]);
	});
}
