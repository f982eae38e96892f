import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {handOnAnswers} from '../../source/names/answers-handed-on.js';
import type {ServerAnswer} from '../../source/names/ask-servers.js';
import type {Forwarder} from '../../source/names/forwarding/forwarder.js';
import {address} from '../helpers/sample.js';

const servers = [address('10.0.0.53')];
const others = [address('10.0.1.53')];
const taken = new Failure('command.failed', 'The port is taken.');
const direct: ServerAnswer = {outcome: 'nxdomain'};
const byForwarder: ServerAnswer = {outcome: 'no-address'};

/** Starts forwarders, or fails as often as it is told to, and remembers what was done. */
function openMockForwarders(failures: number) {
	const done: string[] = [];
	const ends: Array<(reason: string) => void> = [];
	const begun = new Map<number, () => void>();
	let left = failures;
	return {
		done,
		/** Ends the one that was started last by itself. */
		end: (reason: string) => ends.at(-1)?.(reason),
		/** Resolves when so many were started, failed ones among them. */
		untilBegun: (count: number) =>
			new Promise<void>(resolve => begun.set(count, resolve)),
		async start(): Promise<Forwarder> {
			done.push('start');
			begun.get(done.filter(each => each === 'start').length)?.();
			if (left > 0) {
				left -= 1;
				throw taken;
			}

			const stopped = Promise.withResolvers<string>();
			ends.push(stopped.resolve);
			return {
				async setServers() {
					done.push('set servers');
				},
				ask: async () => byForwarder,
				stopped: stopped.promise,
				async stop() {
					done.push('stop');
				},
			};
		},
	};
}

const ask = (handingOn: ReturnType<typeof handOnAnswers>) =>
	handingOn.ask(address('10.0.0.53'), 'a.uni.edu', 4, {timeout: 1000});

test('answers are handed on by one that is started once, and then told the servers', async () => {
	const {start, done} = openMockForwarders(0);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	assert.equal(await ask(handingOn), direct);
	await Promise.all([handingOn.renew(servers), handingOn.renew(servers)]);
	assert.deepEqual(handingOn.way(), {way: 'answers', because: undefined});
	assert.equal(await ask(handingOn), byForwarder);
	await handingOn.renew(others);
	await handingOn.stop();
	assert.deepEqual(done, ['start', 'set servers', 'stop']);
});

test('where that cannot be had, it says why, and servers are asked directly', async () => {
	const {start} = openMockForwarders(Number.POSITIVE_INFINITY);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	await handingOn.renew(servers);
	assert.deepEqual(handingOn.way(), {way: 'asking', because: 'The port is taken.'});
	assert.equal(await ask(handingOn), direct);
	await handingOn.stop();
});

test('whoever held the port a moment ago need not be waited for until the next round', async () => {
	const {start, untilBegun} = openMockForwarders(1);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	const second = untilBegun(2);
	await handingOn.renew(servers);
	await second;
	await handingOn.renew(servers);
	assert.equal(handingOn.way().way, 'answers');
	await handingOn.stop();
});

test('one that ends by itself is begun again at once', async () => {
	const {start, end, untilBegun} = openMockForwarders(0);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	await handingOn.renew(servers);
	const second = untilBegun(2);
	end('It has ended.');
	await second;
	await handingOn.renew(servers);
	assert.equal(handingOn.way().way, 'answers');
	await handingOn.stop();
});

test('one that was stopped is not begun again', async () => {
	const {start, done, end} = openMockForwarders(0);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	await handingOn.renew(servers);
	await handingOn.stop();
	end('It was told to stop.');
	await handingOn.renew([]);
	assert.deepEqual(
		done.filter(each => each === 'start'),
		['start'],
	);
});

test('without a DNS server there is nothing to hand on', async () => {
	const {start, done} = openMockForwarders(0);
	const handingOn = handOnAnswers({start, askDirectly: async () => direct});
	await handingOn.renew([]);
	assert.deepEqual(handingOn.way(), {
		way: 'asking',
		because: 'No DNS server is known.',
	});
	assert.deepEqual(done, []);
});
