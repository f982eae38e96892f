import assert from 'node:assert/strict';
import {after, before, beforeEach, suite, test} from 'node:test';
import {Failure} from '../../source/failure.js';
import {type RulesetLayer, rulesetLayer} from '../../source/firewall/ruleset-layer.js';
import {type Host, startHost} from '../campus/host.js';
import {campusSkip} from '../campus/need.js';
import {readPrograms} from '../campus/programs.js';
import {commandsIn} from '../campus/run-inside.js';
import {sampleAnswers, samplePolicy} from '../helpers/sample.js';

const policy = samplePolicy();
const other = samplePolicy({
	answers: sampleAnswers({viewers: {subnets: ['10.21.0.0/16']}}),
});
const outbound = {mode: 'destinations'} as const;
const following = samplePolicy({answers: sampleAnswers({outbound})});
const otherFollowing = samplePolicy({
	answers: sampleAnswers({outbound, viewers: {subnets: ['10.21.0.0/16']}}),
});
const table = 'inet analytics_setup';
const foreign =
	'table inet fail2ban {\n\tchain input {\n\t\ttype filter hook input priority -1; policy accept;\n\t}\n}\n';

const failsWith = (code: Failure['code'], words: RegExp) => (error: unknown) =>
	error instanceof Failure && error.code === code && words.test(error.message);

suite('our own table, in a real kernel', {skip: campusSkip()}, () => {
	let host: Host;
	let layer: RulesetLayer;
	const nft = async (script: string) => {
		const {exitCode, stderr} = await host.run('nft', ['-f', '-'], {input: script});
		assert.equal(exitCode, 0, stderr);
	};
	const ruleset = async () => (await host.run('nft', ['-s', 'list', 'ruleset'])).stdout;

	before(async () => {
		const {agent} = await readPrograms();
		host = await startHost('layer', agent);
		layer = rulesetLayer(commandsIn(host), '/');
	});
	after(() => host.close());
	beforeEach(() => nft(`flush ruleset\n${foreign}`));

	test('where it is not, nothing is in effect and all is a change', async () => {
		assert.equal(await layer.readInEffect(), undefined);
		assert.equal(await layer.snapshot(), '');
		assert.ok((await layer.changesFor(policy)).length > 10);
	});

	test('what is loaded is verified, element by element', async () => {
		await layer.load(policy);
		assert.ok((await layer.verify(policy)) > 5);
		assert.deepEqual(await layer.changesFor(policy), []);
		await nft(`delete element ${table} viewers-4 { 10.20.0.0/16 }`);
		await assert.rejects(
			layer.verify(policy),
			failsWith('firewall.failed', /does not hold what was loaded/),
		);
	});

	test('elements are written once and read once, and everything else asks for none', async () => {
		const asked: string[] = [];
		const counting = rulesetLayer(async (file, arguments_, options) => {
			asked.push([file, ...arguments_].join(' '));
			return commandsIn(host)(file, arguments_, options);
		}, '/');
		for (const round of [policy, other]) {
			await counting.check(round);
			await counting.load(round);
			await counting.verify(round);
			assert.deepEqual(asked.splice(0), [
				'nft -j -t list ruleset',
				'nft -c -f -',
				'nft -j -t list ruleset',
				'nft -f -',
				`nft -j -n list table ${table}`,
			]);
		}
	});

	test('a check loads nothing, and says what the kernel refuses', async () => {
		const old = await ruleset();
		await layer.check(policy);
		assert.equal(await ruleset(), old);
		await layer.load(policy);
		// Something else holds a set of ours: it can be neither replaced nor removed.
		await nft(
			`table inet analytics_setup { chain theirs { ip saddr @viewers-4 accept; }; }`,
		);
		const [rule] = policy.rules.filter(({id}) => id !== 'viewers');
		const impossible = {...policy, rules: rule === undefined ? [] : [rule]};
		const held = await ruleset();
		await assert.rejects(
			layer.check(impossible),
			failsWith(
				'firewall.refused',
				/^The kernel refuses these rules: .*Nothing was changed\.$/,
			),
		);
		assert.equal(await ruleset(), held);
	});

	test('a snapshot is put back exactly, with counters at rest and others untouched', async () => {
		await layer.load(policy);
		const [old, snapshot] = [await ruleset(), await layer.snapshot()];
		await layer.load(other);
		assert.notEqual(await ruleset(), old);
		await layer.restore(snapshot);
		assert.equal(await ruleset(), old);
		assert.match(old, /table inet fail2ban/);
	});

	test('an empty snapshot takes the table away, and may be put back twice', async () => {
		const old = await ruleset();
		await layer.load(policy);
		await layer.restore('');
		await layer.restore('');
		assert.equal(await ruleset(), old);
	});

	test('an apply leaves what names stand for, and going back keeps what came since', async () => {
		const tell = (element: string) =>
			nft(`add element ${table} to-license.looker.com-4 { ${element} timeout 1h }`);
		await layer.load(following);
		await tell('198.51.100.7');
		await layer.load(otherFollowing);
		assert.deepEqual(await layer.changesFor(otherFollowing), []);
		assert.match(await ruleset(), /198\.51\.100\.7/);

		const snapshot = await layer.snapshot();
		await tell('198.51.100.8');
		await layer.load(following);
		await layer.restore(snapshot);
		assert.match(await ruleset(), /198\.51\.100\.7 .*198\.51\.100\.8 /);
		assert.deepEqual(await layer.changesFor(otherFollowing), []);
	});

	test('a name that is no longer followed takes its addresses with it', async () => {
		await layer.load(following);
		await nft(`add element ${table} to-license.looker.com-4 { 198.51.100.7 timeout 1h }`);
		const snapshot = await layer.snapshot();
		await layer.load(policy);
		assert.doesNotMatch(await ruleset(), /looker|198\.51\.100\.7/);
		await layer.restore(snapshot);
		assert.match(await ruleset(), /198\.51\.100\.7/);
		await layer.restore('');
		assert.doesNotMatch(await ruleset(), /looker/);
	});

	test('a snapshot that cannot be loaded leaves what is there', async () => {
		await layer.load(policy);
		const [old, snapshot] = [await ruleset(), await layer.snapshot()];
		await assert.rejects(layer.restore(snapshot.slice(0, -10)));
		assert.equal(await ruleset(), old);
	});
});
