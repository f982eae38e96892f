import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {followedRuleset} from '../../source/firewall/followed-ruleset.js';
import type {RulesetLayer} from '../../source/firewall/ruleset-layer.js';
import type {RunCommand} from '../../source/host/command.js';
import type {NamesReport} from '../../source/names/followed-name.js';
import {newName} from '../../source/names/learn.js';
import {followedNames} from '../../source/policy/followed-names.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const plain = samplePolicy();
const following = samplePolicy({
	answers: sampleAnswers({outbound: {mode: 'destinations'}}),
});
const names = followedNames(following);
const before =
	'table inet analytics_setup {\n\tset to-a.uni.edu-4 {\n\t}\n\n\tset to-a.uni.edu-6 {\n\t}\n}';

const reportOf = (followed: readonly string[]): NamesReport => ({
	...{way: 'answers', because: undefined},
	names: followed.map(name => newName(name, 0)),
});

type MockOptions = {
	/** What the follower tells; undefined where nobody is there. */
	readonly report?: NamesReport | undefined;
	readonly begins?: boolean;
};

/** A table and a follower that remember what was done, in order. */
function openMocks({report, begins = true}: MockOptions = {}) {
	const done: string[] = [];
	const note = async (what: string) => {
		done.push(what);
	};
	const ruleset = {
		name: 'ruleset',
		readInEffect: async () => undefined,
		artefactsOf: () => [],
		changesFor: async () => [],
		check: async () => undefined,
		snapshot: async () => '',
		load: () => note('load'),
		async verify() {
			await note('verify');
			return 5;
		},
		restore: () => note('restore'),
	} satisfies RulesetLayer;
	const run: RunCommand = async (_, __, {input = ''} = {}) => {
		const sets = input.match(/^\tset to-/gm) ?? [];
		await note(`declare ${sets.length} sets`);
		return {stdout: '', stderr: ''};
	};
	const follower = {
		report: async () => report,
		async look() {
			await note('look');
			return report;
		},
		async begin() {
			await note('begin');
			if (!begins) {
				throw new Failure('command.failed', 'It does not start.');
			}

			return report ?? reportOf([]);
		},
	};
	return {done, layer: followedRuleset(ruleset, {run, follower})};
}

test('the sets are there, and filled, before a rule uses them', async () => {
	const {done, layer} = openMocks();
	await layer.load(following);
	assert.deepEqual(done, [`declare ${names.length * 2} sets`, 'begin', 'load']);
});

test('rules without names start nobody', async () => {
	const {done, layer} = openMocks();
	await layer.load(plain);
	assert.equal(await layer.verify(plain), 5);
	assert.deepEqual(await layer.changesFor(plain), []);
	assert.deepEqual(done, ['load', 'verify', 'look']);
});

test('names that nobody follows are no rules that are whole', async () => {
	const {layer} = openMocks();
	await assert.rejects(layer.verify(following), /Nobody follows the names/);
	const some = openMocks({report: reportOf(names.slice(1))});
	await assert.rejects(some.layer.verify(following), /Nobody follows the names/);
	const all = openMocks({report: reportOf(names)});
	assert.equal(await all.layer.verify(following), 5);
});

test('that nobody follows the names is a change to be made', async () => {
	const {layer} = openMocks();
	const [change] = await layer.changesFor(following);
	assert.equal(
		change?.text,
		`${names.length} names are followed as the DNS changes them`,
	);
	const all = openMocks({report: reportOf(names)});
	assert.deepEqual(await all.layer.changesFor(following), []);
});

test('on the way back the old names are followed before the old rules are there', async () => {
	const {done, layer} = openMocks({report: reportOf(['a.uni.edu'])});
	await layer.restore(before);
	assert.deepEqual(done, ['declare 2 sets', 'begin', 'restore', 'look']);
});

test('on the way back to rules without names nobody is left to follow any', async () => {
	const {done, layer} = openMocks();
	await layer.restore('');
	assert.deepEqual(done, ['restore', 'look']);
});

test('the old rules come back also where nobody can follow their names', async () => {
	const {done, layer} = openMocks({begins: false});
	await assert.rejects(layer.restore(before), /the old rules: It does not start\./);
	assert.deepEqual(done.slice(-2), ['restore', 'look']);
});
