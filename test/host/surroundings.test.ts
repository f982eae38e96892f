import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {takeLock} from '../../source/host/lock.js';
import {
	lookAroundFrom,
	type Surroundings,
	watchSurroundings,
	whenConfigured,
} from '../../source/host/surroundings.js';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
});
afterEach(() => rm(folder, {recursive: true}));

/** A server whose `ip` is missing, and how often it was asked for. */
const serverWithoutIp = () => {
	const asked: string[] = [];
	const places = {
		state: `/var/lib/${randomUUID()}`,
		answers: join(folder, 'config.json'),
	};
	const look = lookAroundFrom(places, async file => {
		asked.push(file);
		throw new Failure('command.failed', `"${file}" is not installed`);
	});
	return {look, asked, ...places};
};

test('a look tells the name and the addresses, who is at work, and whether it is configured', async () => {
	const {look, state, answers} = serverWithoutIp();
	const found = await look();
	assert.ok(found.facts.hostname.startsWith(hostname()));
	assert.deepEqual(found.facts.addresses, []);
	assert.equal(found.holder, undefined);
	assert.equal(found.isConfigured, false);
	const since = '2026-11-22T14:02:11.000Z';
	const holder = {person: {terminal: '/dev/ttyS0'}, pid: 1, since, doing: 'the wizard'};
	const lock = await takeLock(state, holder);
	await writeFile(answers, '{}');
	const later = await look();
	assert.deepEqual(later.holder, holder);
	assert.equal(later.isConfigured, true);
	await lock.release();
});

test('no program is started again as long as the network stays as it is', async () => {
	const {look, asked} = serverWithoutIp();
	await look();
	await look();
	assert.deepEqual(asked, ['ip']);
});

const first: Surroundings = {
	facts: {hostname: 'analytics.uni.edu', addresses: []},
	holder: undefined,
	isConfigured: false,
};

test('only what has changed is told, until it is called off', async () => {
	const found = [first, {...first, isConfigured: true}];
	const over = new AbortController();
	const news = watchSurroundings(
		async () => found.shift() ?? {...first, isConfigured: true},
		first,
		over.signal,
	);
	assert.equal((await news.next()).value?.isConfigured, true);
	over.abort();
	assert.equal((await news.next()).done, true);
});

test('a signal is given once the server is configured', async () => {
	const found = [first];
	const over = new AbortController();
	const signal = whenConfigured(
		async () => found.shift() ?? {...first, isConfigured: true},
		over.signal,
	);
	assert.equal(signal.aborted, false);
	await once(signal, 'abort');
	over.abort();
});
