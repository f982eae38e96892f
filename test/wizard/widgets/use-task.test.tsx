import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Text} from 'ink';
import {Failure} from '../../../source/failure.js';
import {useTask} from '../../../source/wizard/widgets/use-task.js';
import {mount, until} from '../../helpers/screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type Work = (signal: AbortSignal) => Promise<string>;

function Worker({name, work}: {readonly name: string; readonly work: Work}) {
	const task = useTask(name, work);
	switch (task.state) {
		case 'working':
			return <Text>working</Text>;
		case 'done':
			return <Text>done: {task.value}</Text>;
		case 'failed':
			return <Text>failed: {task.failure.message}</Text>;
	}
}

/** Work that a test ends, and the signal that it was given. */
function someWork() {
	const {promise, resolve, reject} = Promise.withResolvers<string>();
	const signals: AbortSignal[] = [];
	const work: Work = signal => {
		signals.push(signal);
		return promise;
	};
	return {work, resolve, reject, signals};
}

test('work goes on while the screen is shown, and ends with its value', async () => {
	const {work, resolve} = someWork();
	screen = mount(<Worker name="first" work={work} />);
	assert.equal(screen.text(), 'working');
	resolve('22 rows');
	await screen.shows(/done: 22 rows/);
});

test('a failure is shown', async () => {
	const {work, reject} = someWork();
	screen = mount(<Worker name="first" work={work} />);
	reject(new Failure('busy', 'Another session is open.'));
	await screen.shows(/failed: Another session is open\./);
});

test('a fault of ours ends the wizard', async () => {
	const {work, reject, signals} = someWork();
	screen = mount(<Worker name="first" work={work} />);
	reject(new TypeError('undefined is not a function'));
	await until(
		() => signals[0]?.aborted === true,
		() => screen.text(),
	);
});

test('a redraw begins nothing anew', async () => {
	const {work, signals, resolve} = someWork();
	screen = mount(<Worker name="first" work={work} />);
	screen.again(<Worker name="first" work={signal => work(signal)} />);
	resolve('once');
	await screen.shows(/done: once/);
	assert.equal(signals.length, 1);
});

test('other work is begun anew, and what the first one brings is too late', async () => {
	const [first, second] = [someWork(), someWork()];
	screen = mount(<Worker name="first" work={first.work} />);
	screen.again(<Worker name="second" work={second.work} />);
	assert.ok(first.signals[0]?.aborted);
	first.resolve('the first');
	second.resolve('the second');
	await screen.shows(/done: the second/);
});

for (const [name, error] of [
	['a failure', new Failure('busy', 'Another session is open.')],
	['a fault', new Error('aborted')],
] as const) {
	test(`${name} of work that was given up says nothing`, async () => {
		const [first, second] = [someWork(), someWork()];
		screen = mount(<Worker name="first" work={first.work} />);
		screen.again(<Worker name="second" work={second.work} />);
		first.reject(error);
		second.resolve('the second');
		await screen.shows(/done: the second/);
	});
}

test('a screen that goes gives its work up', () => {
	const {work, signals} = someWork();
	screen = mount(<Worker name="first" work={work} />);
	assert.equal(signals[0]?.aborted, false);
	screen.unmount();
	assert.equal(signals[0]?.aborted, true);
});
