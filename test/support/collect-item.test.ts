import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {redactorFor} from '../../source/redaction/redactor.js';
import {collectItem} from '../../source/support/collect-item.js';
import type {Item, ItemContext} from '../../source/support/item.js';
import {command, file, found, together} from '../../source/support/parts.js';
import {recordedMachine} from '../helpers/recorded-machine.js';
import type {SourcesRecord} from '../helpers/recorded-sources.js';

const never = () => new Promise<never>(() => undefined);

function contextOn(
	sources: SourcesRecord,
	signal: AbortSignal = new AbortController().signal,
): ItemContext {
	const machine = recordedMachine({sources});
	return {machine, signal, answers: never, plan: never, site: never, standing: never};
}

async function collected(
	collect: Item['collect'],
	sources: SourcesRecord = {},
	timeout = 5000,
) {
	const redactor = redactorFor({nameOf: () => '[secret-00000000]'});
	const {milliseconds, ...item} = await collectItem(
		{name: 'a.txt', title: 'A', collect},
		contextOn(sources),
		{redactor, timeout},
	);
	assert.ok(milliseconds >= 0);
	return item;
}

test('what a program says stands under the line that calls it', async () => {
	assert.deepEqual(
		await collected(command('ip', 'rule'), {programs: {'ip rule': '0: from all\n\n'}}),
		{
			name: 'a.txt',
			title: 'A',
			text: '$ ip rule\n0: from all\n',
			note: undefined,
			places: 0,
		},
	);
});

test('what fails keeps nothing else from being told', async () => {
	const refused = new Failure('command.failed', '"nft" Operation not permitted.', {
		cause: {stdout: 'half\n'},
	});
	const unread = new Failure('file.failed', '"/c" could not be read: it is a folder.');
	const item = await collected(
		together(command('nft'), command('missing'), file('/a'), file('/b'), file('/c')),
		{programs: {nft: refused}, files: {'/a': 'x\n', '/c': unread}},
	);
	assert.equal(
		item.text,
		'$ nft\nhalf\n"nft": Operation not permitted\n\n$ missing\n"missing" is not installed\n\n== /a ==\nx\n\n== /b ==\n(there is no such file)\n\n== /c ==\n"/c" could not be read: it is a folder\n',
	);
	assert.equal(
		item.note,
		'"nft": Operation not permitted; "missing" is not installed; "/c" could not be read: it is a folder',
	);
});

test('what does not end is called off, and told', async () => {
	const item = await collected(command('hangs'), {programs: {hangs: null}}, 20);
	assert.equal(item.note, 'did not end within 0.02 seconds');
	const deaf = await collected(never, {}, 20);
	assert.equal(deaf.text, 'did not end within 0.02 seconds\n');
});

test('what throws is told by its message', async () => {
	const item = await collected(async () => {
		throw new TypeError('x is not a function');
	});
	assert.equal(item.note, 'x is not a function');
});

test('secrets are replaced and counted, in what is told about it too', async () => {
	const item = await collected(command('show'), {
		programs: {
			show: new Failure('command.failed', '"show" password=one', {
				cause: {stdout: 'token: two'},
			}),
		},
	});
	assert.equal(item.places, 3);
	assert.ok(!/one|two/.test(`${item.text}${item.note}`));
});

test('the whole is redacted before it is cut', async () => {
	const secret = 'password=abcdefghij ';
	const item = await collected(async () => found(secret.repeat(100_000)));
	assert.match(item.note ?? '', /^cut to its beginning and its end, of \d/);
	assert.ok(!/abc|hij/.test(item.text));
	assert.ok(item.places > 99_000);
});

test('being called off as a whole ends it', async () => {
	const controller = new AbortController();
	const collecting = collectItem(
		{name: 'a', title: 'A', collect: command('hangs')},
		contextOn({programs: {hangs: null}}, controller.signal),
		{redactor: redactorFor()},
	);
	controller.abort(new Failure('interrupted', 'Interrupted.'));
	await assert.rejects(collecting, /Interrupted\./);
});
