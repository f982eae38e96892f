import assert from 'node:assert/strict';
import {
	chmod,
	chown,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, test} from 'node:test';
import {answersStore} from '../../source/answers/store.js';
import {Failure} from '../../source/failure.js';
import {writeFileWhole} from '../../source/host/files.js';
import {
	makeOwnFolder,
	readOwnFile,
	writeFileAtOnce,
} from '../../source/host/own-files.js';
import {sampleAnswers} from '../helpers/sample.js';

let place: string;
beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
});
afterEach(() => rm(place, {recursive: true}));

const isUnsafe = (reason: RegExp) => (error: unknown) =>
	error instanceof Failure && error.code === 'state.unsafe' && reason.test(error.message);

/** An attacker's folder, and a link to it where ours should be. */
async function plantedFolder(): Promise<{ours: string; theirs: string}> {
	const [ours, theirs] = [join(place, 'ours'), join(place, 'theirs')];
	await mkdir(theirs, {mode: 0o700});
	await symlink(theirs, ours);
	return {ours, theirs};
}

test('a link where our folder should be is refused, and nothing is written behind it', async () => {
	const {ours, theirs} = await plantedFolder();
	const file = join(ours, 'state.json');
	await assert.rejects(makeOwnFolder(ours), isUnsafe(/not a folder but a link/));
	await assert.rejects(writeFileWhole(file, 'x'), isUnsafe(/not a folder but a link/));
	assert.throws(() => writeFileAtOnce(file, 'x'), isUnsafe(/not a folder but a link/));
	await assert.rejects(
		answersStore(ours).save(sampleAnswers()),
		isUnsafe(/not a folder but a link/),
	);
	await writeFile(join(theirs, 'state.json'), 'theirs', {mode: 0o600});
	await assert.rejects(readOwnFile(file), isUnsafe(/not a folder but a link/));
	assert.deepEqual(await readdir(theirs), ['state.json']);
});

test('a link where our file should be is not followed', async () => {
	const secret = join(place, 'secret');
	await writeFile(secret, 'theirs', {mode: 0o600});
	const folder = join(place, 'ours');
	await makeOwnFolder(folder);
	const file = join(folder, 'config.json');
	await symlink(secret, file);
	await assert.rejects(readOwnFile(file), isUnsafe(/it is a link/));
	await assert.rejects(
		answersStore(folder).save(sampleAnswers()),
		isUnsafe(/it is a link/),
	);
	await writeFileWhole(file, 'ours');
	assert.deepEqual(
		[await readFile(secret, 'utf8'), await readFile(file, 'utf8')],
		['theirs', 'ours'],
	);
});

for (const [mode, who] of [
	[0o777, 'everybody'],
	[0o770, 'a group'],
] as const) {
	test(`a folder that ${who} may write to is refused`, async () => {
		const folder = join(place, 'ours');
		await mkdir(folder);
		await chmod(folder, mode);
		await assert.rejects(makeOwnFolder(folder), isUnsafe(/others may write/));
	});
}

test('a file that others may write to is refused', async () => {
	const file = join(place, 'draft.json');
	await writeFile(file, '{}');
	await chmod(file, 0o666);
	await assert.rejects(readOwnFile(file), isUnsafe(/others may write/));
});

const skip = process.getuid?.() === 0 ? false : 'only root can give a file away';

test('a folder and a file of another user are refused', {skip}, async () => {
	const file = join(place, 'draft.json');
	await writeFile(file, '{}', {mode: 0o600});
	await chown(file, 65_534, 65_534);
	await assert.rejects(readOwnFile(file), isUnsafe(/another user/));
	await chown(place, 65_534, 65_534);
	await assert.rejects(makeOwnFolder(place), isUnsafe(/another user/));
});

test('a file that is not there is no fault', async () => {
	assert.equal(await readOwnFile(join(place, 'none')), undefined);
});
