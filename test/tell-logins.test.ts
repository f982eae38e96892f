import assert from 'node:assert/strict';
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {answersStore} from '../source/answers/store.js';
import {monotonicNow, readBootId} from '../source/host/boot.js';
import {pathsFor} from '../source/host/paths.js';
import {resultsStore} from '../source/probes/results-store.js';
import {tellLogins} from '../source/tell-logins.js';
import {noteStep} from '../source/transaction/journal.js';
import {
	endTrial,
	writeGeneration,
	writeTrial,
} from '../source/transaction/trial-folder.js';
import {writeTrialStanding} from '../source/transaction/trial-standing.js';
import {formsOf, plantedSecrets} from './helpers/planted-secrets.js';
import {exampleRecord} from './helpers/recorded-transactions.js';
import {sampleAnswers, samplePolicy, temporaryFolder} from './helpers/sample.js';

// What a usual server has; modes are told as they are with it.
process.umask(0o022);

const at = '2026-11-22T14:02:11.000Z';
const later = '2026-11-22T15:00:00.000Z';
const by = {user: 'jsmith', from: '10.40.0.7'} as const;
const candidate = {answers: sampleAnswers(), policy: samplePolicy()};

/** A server in a folder of its own. */
async function openServer(context: TestContext) {
	const root = await temporaryFolder(context);
	const paths = pathsFor(root, false, {});
	const {state, loginMessage = ''} = paths;
	const answers = answersStore(paths.config);
	const results = resultsStore(state);
	const keep = (moment: string) =>
		writeGeneration(state, exampleRecord, candidate, {
			...{kind: 'kept', at: moment, by},
			proof: {kind: 'console'},
		});
	const begin = async () => {
		const record = {...exampleRecord, number: 2, bootId: await readBootId()};
		await writeTrial(state, record, candidate, new Map());
		return join(state, 'trial');
	};

	return {
		root,
		state,
		answers,
		loginMessage,
		keep,
		begin,
		async tell() {
			await tellLogins({paths, answers, results});
			return readFile(loginMessage, 'utf8');
		},
	};
}

test('everybody may read it, and it is not written again when nothing is new', async context => {
	const {tell, loginMessage} = await openServer(context);
	assert.match(await tell(), /not been set up yet/);
	const {mode, ino} = await stat(loginMessage);
	assert.equal(mode & 0o777, 0o644);
	assert.equal((await stat(dirname(loginMessage))).mode & 0o777, 0o755);
	await tell();
	assert.equal((await stat(loginMessage)).ino, ino);
});

test('answers without a configuration that was kept are rules in files', async context => {
	const {tell, answers} = await openServer(context);
	await answers.save(sampleAnswers());
	assert.match(await tell(), /^analytics\.uni\.edu: .*\n.* only written to files\.$/m);
});

test('what was kept is told until something is on trial, and that until it stands whole', async context => {
	const {tell, keep, begin} = await openServer(context);
	await keep(at);
	assert.match(
		await tell(),
		/^Firewall rules: generation 1, kept by jsmith from 10\.40\.0\.7 on 2026-11-22\.$/m,
	);
	const trial = await begin();
	assert.match(await tell(), /being put into effect\.\nBefore them: generation 1/);
	const end = Date.now() + 90_000;
	await writeTrialStanding(trial, {deadline: monotonicNow() + 90_000, connections: []});
	const [, until = ''] = /ON TRIAL until (\d\d:\d\d:\d\d) UTC/.exec(await tell()) ?? [];
	const moments = [-1000, 0, 1000].map(off =>
		new Date(end + off).toISOString().slice(11, 19),
	);
	assert.ok(moments.includes(until), `${until} is none of ${moments}`);
});

for (const [name, ending, isRestored, keptAt, told] of [
	[
		'nobody asked for',
		{reason: 'Nobody kept it.'},
		true,
		at,
		/rules are back since .*\nNobo/,
	],
	[
		'somebody asked for',
		{by, reason: 'jsmith asked.'},
		true,
		at,
		/Analytics\.\nFirewall/,
	],
	[
		'is not whole',
		{by, reason: 'jsmith asked.'},
		false,
		at,
		/not be put back whole\.\nTo/,
	],
	[
		'is long over',
		{reason: 'Nobody.'},
		true,
		'2026-11-22T16:00:00.000Z',
		/Analytics\.\nF/,
	],
] as const) {
	test(`a rollback that ${name} is told so`, async context => {
		const {tell, keep, begin, state} = await openServer(context);
		await keep(keptAt);
		const trial = await begin();
		await noteStep(trial, isRestored ? 'restored' : 'restoring');
		await endTrial(state, 2, {kind: 'undone', at: later, ...ending});
		assert.match(await tell(), told);
	});
}

test('the reason repeats no secret', async context => {
	const {tell, begin, state} = await openServer(context);
	await noteStep(await begin(), 'restored');
	const {user, value} = plantedSecrets.inUrl;
	const reason = `http://${user}:${encodeURIComponent(value)}@proxy.uni.edu does not answer.`;
	await endTrial(state, 2, {kind: 'undone', at, reason});
	const text = await tell();
	assert.match(text, /proxy\.uni\.edu does not answer/);
	assert.ok(!formsOf(plantedSecrets.inUrl).some(form => text.includes(form)), text);
});

test('where it cannot be written nothing fails', async context => {
	const {root, loginMessage, answers} = await openServer(context);
	await mkdir(join(root, 'run'));
	await writeFile(join(root, 'run/motd.d'), '');
	const paths = {state: join(root, 'var'), loginMessage};
	await tellLogins({paths, answers, results: resultsStore(root)});
	await writeFile(join(root, 'var'), 'no folder');
	await tellLogins({paths, answers, results: resultsStore(root)});
});

test("nobody logs in at a user's own folders: nothing is written", async context => {
	const {root, answers} = await openServer(context);
	const paths = {state: root, loginMessage: undefined};
	await tellLogins({paths, answers, results: resultsStore(root)});
	await assert.rejects(stat(join(root, 'run')), /ENOENT/);
});
