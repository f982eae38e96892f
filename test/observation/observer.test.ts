import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import type {RunCommand} from '../../source/host/command.js';
import {saveAsked} from '../../source/observation/asked.js';
import {observedOf} from '../../source/observation/notes.js';
import {
	type ObservationPlace,
	observationOn,
} from '../../source/observation/observe-here.js';
import {observerIn} from '../../source/observation/observer.js';
import {destinationKey} from '../../source/observation/parse-seen.js';
import {removeSeenTable} from '../../source/observation/seen-table.js';
import {readNotes} from '../../source/observation/stored-notes.js';
import {address, temporaryFolder} from '../helpers/sample.js';

const destination = '198.51.100.80';

/** nft, of which only the one table is recorded: its one count, while it is there. */
function recordedNft() {
	const asked: string[] = [];
	let tries: number | undefined;
	const command: RunCommand = async (file, arguments_, {input = ''} = {}) => {
		assert.equal(file, 'nft');
		if (arguments_.includes('list')) {
			asked.push('list');
			if (tries === undefined) {
				throw new Failure('command.failed', '"nft" No such file or directory');
			}

			const element = `${destination} . 443 counter packets ${tries} bytes 60`;
			const elements = tries === 0 ? '' : `elements = { ${element} }`;
			return {stdout: `\tset tried-tcp-4 {\n${elements}\n}`, stderr: ''};
		}

		asked.push(input === removeSeenTable ? 'remove' : 'load');
		tries = input === removeSeenTable ? undefined : 0;
		return {stdout: '', stderr: ''};
	};

	return {
		asked,
		command,
		isThere: () => tries !== undefined,
		/** A packet to the destination. */
		pass() {
			tries = tries === undefined ? undefined : tries + 1;
		},
		/** A restart, or somebody who has flushed every table. */
		flush() {
			tries = undefined;
		},
	};
}

async function place(context: TestContext) {
	const state = await temporaryFolder(context);
	const nft = recordedNft();
	let clock = 1000;
	const now = () => clock;
	return {
		state,
		nft,
		at(moment: number) {
			clock = moment;
		},
		/** A process that observes; another one after a restart. */
		observer: () => observerIn({state, command: nft.command, now}),
		observation: (rest: Partial<ObservationPlace> = {}) =>
			observationOn({
				...{state, command: nft.command, now},
				startFollower: async () => undefined,
				askFollower: async () => undefined,
				...rest,
			}),
		ask: (since: number, until?: number) => saveAsked(state, {since, until}),
		async seen(since = 1000) {
			const notes = await readNotes(state, since);
			return (notes === undefined ? [] : observedOf(notes).destinations)
				.filter(each => destinationKey(each) === `${destination} 443 tcp`)
				.map(({tries, first, last, names}) => ({tries, first, last, names}));
		},
	};
}

test('nothing is counted where nobody has asked for it', async context => {
	const {observer, nft} = await place(context);
	assert.equal(await observer().look(), false);
	assert.deepEqual(nft.asked, []);
});

test('counting begins at the first look, and each later one takes a note', async context => {
	const {observer, nft, ask, at, seen} = await place(context);
	await ask(1000);
	const {look} = observer();
	assert.equal(await look(), true);
	nft.pass();
	at(2000);
	assert.equal(await look(), true);
	assert.deepEqual(nft.asked, ['load', 'list']);
	assert.deepEqual(await seen(), [{tries: 1, first: 2000, last: 2000, names: []}]);
});

test('a process that was killed loses nothing: the kernel counts on', async context => {
	const {observer, nft, ask, seen} = await place(context);
	await ask(1000);
	const first = observer();
	await first.look();
	nft.pass();
	await first.look();
	nft.pass();
	await observer().look();
	assert.deepEqual(nft.asked, ['load', 'list', 'list']);
	assert.equal((await seen())[0]?.tries, 2);
});

test('after a restart it goes on, and adds up', async context => {
	const {observer, nft, ask, seen} = await place(context);
	await ask(1000);
	const first = observer();
	await first.look();
	nft.pass();
	await first.stop();
	nft.flush();
	const second = observer();
	assert.equal(await second.look(), true);
	nft.pass();
	await second.look();
	assert.equal((await seen())[0]?.tries, 2);
});

test('what is asked for at the same time is done one after the other', async context => {
	const {observer, nft, ask} = await place(context);
	await ask(1000);
	const {look} = observer();
	await Promise.all([look(), look(), look()]);
	assert.deepEqual(nft.asked, ['load', 'list', 'list']);
});

test('the names that programs are told meanwhile belong to what they go to', async context => {
	const {observer, nft, ask, seen} = await place(context);
	await ask(1000);
	const {look, onTold} = observer();
	const told = (name: string) =>
		onTold({name, addresses: [{address: address(destination)}]});
	told('before.example');
	await look();
	told('a.example');
	nft.pass();
	await look();
	assert.deepEqual((await seen())[0]?.names, ['a.example']);
});

test('at its end it is read once more, and nothing is left in the kernel', async context => {
	const {observer, nft, ask, seen} = await place(context);
	await ask(1000);
	const {look} = observer();
	await look();
	nft.pass();
	await ask(1000, 5000);
	assert.equal(await look(), false);
	assert.equal(nft.isThere(), false);
	assert.equal((await seen())[0]?.tries, 1);
	const before = [...nft.asked];
	assert.equal(await look(), false);
	assert.deepEqual(nft.asked, before);
});

test('one that begins anew knows nothing of the one before', async context => {
	const {observer, nft, ask, seen} = await place(context);
	await ask(1000);
	await observer().look();
	nft.pass();
	await observer().look();
	await ask(3000);
	await observer().look();
	assert.deepEqual(await seen(1000), []);
	assert.deepEqual(await seen(3000), []);
	nft.pass();
	await observer().look();
	assert.equal((await seen(3000))[0]?.tries, 1);
});

test('notes that are damaged begin anew', async context => {
	const {observer, nft, ask, state, seen} = await place(context);
	await ask(1000);
	await observer().look();
	await writeFile(join(state, 'observed.json'), '{"since": 1000', {mode: 0o600});
	assert.equal(await observer().look(), true);
	nft.pass();
	await observer().look();
	assert.equal((await seen())[0]?.tries, 1);
});

test('without a process that follows names, whoever asks reads the counts', async context => {
	const {observation, nft} = await place(context);
	const {start, read, stop} = observation();
	assert.equal(await read(), undefined);
	await start();
	nft.pass();
	const triesOf = async () => {
		const observed = await read();
		return observed?.destinations.find(({address: {value}}) => value === 0xc6_33_64_50n)
			?.tries;
	};

	assert.equal(await triesOf(), 1);
	await stop();
	assert.equal(nft.isThere(), false);
	assert.equal(await triesOf(), 1);
	assert.equal((await read())?.until, 1000);
});

for (const [name, report, trouble] of [
	['nobody follows names', undefined, /^The service that follows names does not run, /],
	[
		'look-ups cannot be heard',
		{way: 'asking', because: 'The port is taken.', names: []},
		/^The names that programs look up cannot be heard\. The port is taken\.$/,
	],
	['all is well', {way: 'answers', because: undefined, names: []}, undefined],
] as const) {
	test(`what is missing is told for as long as it is observed: ${name}`, async context => {
		const {observation, observer, at} = await place(context);
		const {start, read, stop} = observation({
			async askFollower() {
				await observer().look();
				return report;
			},
		});
		await start();
		const observed = await read();
		if (trouble === undefined) {
			assert.equal(observed?.trouble, undefined);
		} else {
			assert.match(observed?.trouble ?? '', trouble);
		}

		at(2000);
		await stop();
		assert.equal((await read())?.trouble, undefined);
	});
}

test('who starts what is going on changes nothing, and makes sure that it is', async context => {
	const {observation, nft, at} = await place(context);
	let started = 0;
	const {start, read} = observation({
		async startFollower() {
			started += 1;
		},
	});
	await start();
	nft.pass();
	at(2000);
	await start();
	assert.equal(started, 2);
	const observed = await read();
	assert.equal(observed?.since, 1000);
});

test('who stops what was never started changes nothing', async context => {
	const {observation, nft} = await place(context);
	await observation().stop();
	assert.deepEqual(nft.asked, []);
});

test('where the kernel cannot count, nothing was asked for', async context => {
	const state = await temporaryFolder(context);
	const refusal = new Failure('command.failed', '"nft" is not installed');
	const {start, read} = observationOn({
		...{state, now: () => 1000, command: () => Promise.reject(refusal)},
		startFollower: () => assert.fail('nobody is to go on'),
		askFollower: async () => undefined,
	});
	await assert.rejects(start(), refusal);
	assert.equal(await read(), undefined);
});
