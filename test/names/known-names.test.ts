import assert from 'node:assert/strict';
import {rm, writeFile} from 'node:fs/promises';
import {type TestContext, test} from 'node:test';
import {renderNameSets} from '../../source/firewall/name-sets.js';
import type {RunCommand} from '../../source/host/command.js';
import {usualBounds} from '../../source/names/follow-bounds.js';
import type {FollowedName} from '../../source/names/followed-name.js';
import {openKnownNames} from '../../source/names/known-names.js';
import {namesStore} from '../../source/names/names-store.js';
import {address, temporaryFolder} from '../helpers/sample.js';

const hour = 3_600_000;

/** A kernel that has the sets of one name, and keeps the scripts that it is given. */
function openMockKernel() {
	const scripts: string[] = [];
	const sets = renderNameSets(['a.uni.edu']).match(/(?<=set )\S+/g) ?? [];
	const command: RunCommand = async (_, arguments_, {input = ''} = {}) => {
		if (arguments_.includes('-f')) {
			scripts.push(input);
		}

		const table = {table: {family: 'inet', name: 'analytics_setup'}};
		const nftables = [table, ...sets.map(name => ({set: {name}}))];
		return {stdout: JSON.stringify({nftables}), stderr: ''};
	};
	return {scripts, command};
}

/** What is known of the name at a start, with this written down before. */
async function start(context: TestContext, kept: FollowedName) {
	const state = await temporaryFolder(context);
	await namesStore(state).save([kept]);
	const {scripts, command} = openMockKernel();
	const place = {folders: {state, run: state}, command, bounds: usualBounds};
	const {follower, told, save} = await openKnownNames(place, async () => []);
	await follower.takeUp();
	return {script: scripts.join(''), told, save, state};
}

function keptUntil(until: number, since: number): FollowedName {
	return {
		...{name: 'a.uni.edu', refused: [], answered: since, fault: undefined},
		nextLook: until,
		addresses: [{address: address('192.0.2.1'), since, until}],
	};
}

const secondsIn = (script: string) =>
	Number(/192\.0\.2\.1 timeout (\d+)s/.exec(script)?.[1]);

test('what is not over at a start is permitted for the rest of its time', async context => {
	const {script, told} = await start(
		context,
		keptUntil(Date.now() + hour, Date.now() - hour),
	);
	assert.ok(Math.abs(secondsIn(script) - 3600) <= 5, script);
	const [name] = told();
	assert.ok(Math.abs((name?.answered ?? 0) - (Date.now() - hour)) < 5000);
	assert.ok((name?.nextLook ?? 0) <= Date.now(), 'it is looked up at once');
});

test('what is over stays closed', async context => {
	const {script} = await start(context, keptUntil(Date.now() - 1, Date.now() - hour));
	assert.doesNotMatch(script, /192\.0\.2\.1/);
});

test('a clock that was wrong permits nothing for longer than anything is', async context => {
	const future = Date.now() + 1000 * hour;
	const {script} = await start(context, keptUntil(future + hour, future));
	assert.ok(secondsIn(script) <= usualBounds.longestStay / 1000, script);
});

test('what is told is written down with the moments of the clock on the wall', async context => {
	const until = Date.now() + hour;
	const {save, state} = await start(context, keptUntil(until, Date.now()));
	await save();
	const [name] = await namesStore(state).read();
	assert.ok(Math.abs((name?.addresses[0]?.until ?? 0) - until) < 5000);
});

test('names are followed where nothing can be written down', async context => {
	const {save, state} = await start(context, keptUntil(Date.now() + hour, Date.now()));
	await rm(state, {recursive: true});
	await writeFile(state, 'no folder');
	await save();
});
