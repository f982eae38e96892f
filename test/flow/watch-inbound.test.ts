import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import type {Knock, Knocks} from '../../source/firewall/knocks/knock.js';
import {flowOn} from '../../source/flow/flow.js';
import type {InboundWatch} from '../../source/flow/watch-inbound.js';
import type {InboundNews} from '../../source/probes/inbound/inbound-news.js';
import {
	exampleAnswers,
	type MachineRecord,
	recordedMachine,
} from '../helpers/recorded-machine.js';
import {until} from '../helpers/screen.js';
import {asInEffect, probeContext} from '../probes/probe-context.js';
import {addressOf} from '../probes/recorded-network.js';

const inEffect = asInEffect()(await probeContext().policy);

/** `10.20.0.7 9999: 3 1`: tries, let in. */
const knock = (text: string): Knock => {
	const [address = '', port, tries, letIn] = text.split(/:? /);
	return {
		address: addressOf(address),
		port: Number(port),
		tries: Number(tries),
		letIn: Number(letIn),
		passedOn: 0,
	};
};
const reading = (...texts: readonly string[]): Knocks => ({
	knocks: texts.map(knock),
	fullPorts: [],
});

/** A watch under way, and what it has told so far. */
const watchOn = (record: MachineRecord, wanted: Partial<InboundWatch> = {}) => {
	const machine = recordedMachine({inEffect, ...record});
	const news: InboundNews[] = [];
	const controller = new AbortController();
	const ended = flowOn(machine).watchInbound(exampleAnswers, {
		isAnswering: () => false,
		onNews: each => news.push(each),
		signal: controller.signal,
		...wanted,
	});
	return {
		machine,
		news,
		ended,
		async stop() {
			controller.abort();
			await ended;
		},
		told: (count: number) =>
			until(
				() => news.length >= count,
				() => `only ${news.length} news: ${news.map(words).join(', ')}`,
			),
	};
};
const words = (news: InboundNews) =>
	news.event === 'knock'
		? `${news.result.source} ${news.port} ${news.result.cause} ${news.tries}`
		: `${news.event} ${news.port}`;

test('each machine is told once, with the verdict on it', async () => {
	const watch = watchOn({
		knocks: [reading('10.20.0.7 9999: 1 1', '10.99.0.9 9999: 2 0')],
	});
	await watch.told(2);
	await watch.stop();
	assert.deepEqual(watch.news.map(words), [
		'10.20.0.7 9999 knock.no-program 1',
		'10.99.0.9 9999 knock.refused-by-rules 2',
	]);
});

test('who comes again is told again, as it went this time', async () => {
	const watch = watchOn({
		knocks: [
			reading('10.20.0.7 9999: 3 0'),
			reading('10.20.0.7 9999: 3 0'),
			reading('10.20.0.7 9999: 4 1'),
		],
	});
	await watch.told(2);
	await watch.stop();
	assert.deepEqual(watch.news.map(words), [
		'10.20.0.7 9999 knock.refused-elsewhere 3',
		'10.20.0.7 9999 knock.no-program 4',
	]);
});

test('a result is one of the row that the port belongs to', async () => {
	const watch = watchOn({knocks: [reading('10.30.0.10 19999: 1 1')]});
	await watch.told(1);
	await watch.stop();
	const [news] = watch.news;
	assert.ok(news?.event === 'knock');
	const {id, direction, source, destination, address, port} = news.result;
	assert.deepEqual(
		{id, direction, source, destination, address, port},
		{
			...{id: 'appsanywhere', direction: 'inbound', source: '10.30.0.10'},
			...{destination: 'analytics.uni.edu', address: '10.30.0.10', port: 19_999},
		},
	);
});

test('only the ports of the rows that are asked for', async () => {
	const watch = watchOn(
		{knocks: [reading('10.99.0.9 22: 1 0', '10.20.0.7 9999: 1 1')]},
		{ids: ['viewers', 'looker-license']},
	);
	await watch.told(1);
	await watch.stop();
	assert.deepEqual(watch.news.map(words), ['10.20.0.7 9999 knock.no-program 1']);
});

test('called off, it leaves nothing behind', async () => {
	const watch = watchOn({}, {isAnswering: () => true});
	await watch.told(2);
	await watch.stop();
	assert.deepEqual(watch.machine.asked.slice(-3).toSorted(), [
		'close 19999',
		'close 9999',
		'stop knocks',
	]);
});

test('stand-ins answer only when asked for, and never on the port of SSH', async () => {
	let isAnswering = false;
	const watch = watchOn({taken: [19_999]}, {isAnswering: () => isAnswering});
	const asked = () => watch.machine.asked.filter(each => /^answer|^close/.test(each));
	await until(
		() => watch.machine.asked.includes('read knocks'),
		() => 'never read',
	);
	assert.deepEqual(asked(), []);
	isAnswering = true;
	await watch.told(2);
	isAnswering = false;
	await watch.told(3);
	await watch.stop();
	assert.deepEqual(asked(), ['answer on 9999', 'answer on 19999', 'close 9999']);
	assert.deepEqual(
		watch.news.map(news => news.event === 'listening' && news.listener),
		['stand-in', 'program', 'nobody'],
	);
});

test('a knock that a stand-in has answered says so', async () => {
	const watch = watchOn(
		{knocks: [reading('10.20.0.7 9999: 1 1')]},
		{ids: ['viewers'], isAnswering: () => true},
	);
	await watch.told(2);
	await watch.stop();
	assert.deepEqual(watch.news.map(words), [
		'listening 9999',
		'10.20.0.7 9999 knock.stand-in 1',
	]);
});

test('a flood is told in a few lines, and those who got in are among them', async () => {
	const flood = Array.from(
		{length: 4096},
		(_, index) => `198.51.${index >> 8}.${index & 255} 9999: 1 0`,
	);
	const {knocks} = reading(...flood, '10.20.0.7 9999: 1 1');
	const watch = watchOn({knocks: [{knocks, fullPorts: [9999]}]});
	await watch.told(52);
	await watch.stop();
	assert.deepEqual(
		words(watch.news[0] ?? assert.fail()),
		'10.20.0.7 9999 knock.no-program 1',
	);
	assert.deepEqual(watch.news.slice(50), [
		{at: watch.machine.now(), event: 'crowd', port: 9999, machines: 4047},
		{at: watch.machine.now(), event: 'full', port: 9999, machines: 4096},
	]);
});

test('without root or nftables it says what is needed', async () => {
	const {ended} = watchOn({backend: 'files'});
	await assert.rejects(ended, (error: unknown) => {
		assert.ok(error instanceof Failure);
		assert.equal(error.code, 'not-permitted');
		assert.match(error.message, /Seeing who knocks needs root and nftables\./);
		return true;
	});
});
