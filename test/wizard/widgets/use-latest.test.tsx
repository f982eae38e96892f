import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import {useLatest} from '../../../source/wizard/widgets/use-latest.js';
import {usePresses} from '../../../source/wizard/widgets/use-presses.js';
import {mount} from '../../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

test('each of several keys in one chunk sees what the one before it did', async () => {
	const told: number[] = [];
	function Counter() {
		const [count, change] = useLatest(() => 10);
		usePresses(() => told.push(change(now => now + 1)));
		return <Text>{count}</Text>;
	}

	screen = mount(<Counter />);
	assert.equal(screen.text(), '10');
	screen.type('\r\r\r');
	assert.deepEqual(told, [11, 12, 13]);
	await screen.shows(/^13$/);
});
