import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import process from 'node:process';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {findHolder, type Holder, takeLock} from '../../source/host/lock.js';

const holder: Holder = {
	person: {user: 'jsmith', from: '10.40.0.7'},
	pid: process.pid,
	since: '2026-11-22T14:02:11.000Z',
	doing: 'the wizard',
};

/** A folder of its own for each test: another folder is another lock. */
const folder = () => `/var/lib/${randomUUID()}`;

const isBusy = (words: RegExp) => (error: unknown) =>
	error instanceof Failure && error.code === 'busy' && words.test(error.message);

/** Another process that holds the lock of a folder. */
async function otherSession(state: string, answers: string) {
	const program = `
		const {createHash} = require('node:crypto');
		const digest = createHash('sha256').update(${JSON.stringify(state)}).digest('hex');
		require('node:net').createServer(socket => socket.end(${JSON.stringify(answers)}))
			.listen('\\0analytics-setup-' + digest, () => process.stdout.write('held'));`;
	const child = spawn(process.execPath, ['-e', program], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	return child;
}

test('a second session is told who holds it, from where, since when and for what', async () => {
	const state = folder();
	const lock = await takeLock(state, holder);
	await assert.rejects(
		takeLock(state, {...holder, person: {user: 'root'}}),
		isBusy(
			/^jsmith from 10\.40\.0\.7 \(process \d+\) has been in the wizard since 2026-11-22 14:02 UTC/,
		),
	);
	await lock.release();
});

test('somebody at a terminal of the server is said to be there', async () => {
	const state = folder();
	const lock = await takeLock(state, {
		...holder,
		person: {user: 'root', terminal: '/dev/tty1'},
	});
	await assert.rejects(takeLock(state, holder), isBusy(/^root at \/dev\/tty1 \(process/));
	await lock.release();
});

test('whoever only looks is told who holds it, and takes nothing', async () => {
	const state = folder();
	assert.equal(await findHolder(state), undefined);
	const lock = await takeLock(state, holder);
	assert.deepEqual(await findHolder(state), holder);
	assert.equal(await findHolder(folder()), undefined);
	await lock.release();
	assert.equal(await findHolder(state), undefined);
});

test('of a holder whose words are no answer nothing is known but that it is there', async () => {
	const state = folder();
	const child = await otherSession(state, '{"person":{"user":"\u001B[2J"}}');
	assert.deepEqual(await findHolder(state), {});
	child.kill();
	await once(child, 'exit');
	assert.equal(await findHolder(state), undefined);
});

test('it is free again when it is released, and other folders always are', async () => {
	const state = folder();
	const lock = await takeLock(state, holder);
	await (await takeLock(folder(), holder)).release();
	await lock.release();
	await (await takeLock(state, holder)).release();
});

test('it is free again when its process is killed, without a file to delete', async () => {
	const state = folder();
	const other = await otherSession(state, JSON.stringify({...holder, pid: 1}));
	await assert.rejects(takeLock(state, holder), isBusy(/\(process 1\)/));
	other.kill('SIGKILL');
	await once(other, 'exit');
	await (await takeLock(state, holder)).release();
});

for (const [name, answers] of [
	['says nothing', ''],
	['says rubbish', '{"pid": '],
	[
		'says words that would change the screen',
		JSON.stringify({...holder, doing: '\u001B[2J'}),
	],
] as const) {
	test(`a holder that ${name} is still a holder`, async () => {
		const state = folder();
		const other = await otherSession(state, answers);
		await assert.rejects(takeLock(state, holder), isBusy(/^Another session is changing/));
		other.kill('SIGKILL');
		await once(other, 'exit');
	});
}

test('a holder that has been stopped keeps nobody waiting', async () => {
	const state = folder();
	const other = await otherSession(state, JSON.stringify(holder));
	other.kill('SIGSTOP');
	await assert.rejects(takeLock(state, holder), isBusy(/does not answer/));
	other.kill('SIGKILL');
	await once(other, 'exit');
});

test('of ten sessions at once, exactly one gets it', async () => {
	const state = folder();
	const tries = await Promise.allSettled(
		Array.from({length: 10}, () => takeLock(state, holder)),
	);
	const locks = tries.flatMap(each => (each.status === 'fulfilled' ? each.value : []));
	assert.equal(locks.length, 1);
	await locks[0]?.release();
});
