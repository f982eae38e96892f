import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {executable, programPath} from './fleet.js';
import {ansibleSkip} from './need.js';
import {ownFleet} from './own-fleet.js';
import {eachOf, everywhere, rolePlay, rulesets, saidBy, siteAnswers} from './site.js';

suite('the role, on five appliances', {skip: ansibleSkip()}, () => {
	const {fleet, play} = ownFleet();

	/** The role with some viewers and other variables; what each module said. */
	const playFor = async (
		viewers: string,
		flags: readonly string[] = [],
		more: Readonly<Record<string, unknown>> = {},
	) => {
		const answers = siteAnswers({viewers: {subnets: [viewers]}});
		const all = {analytics_setup_answers: answers, ...more};
		const run = await play(rolePlay(), {all}, flags);
		assert.equal(run.exitCode, 0, run.stdout + run.stderr);
		return {...run, applied: saidBy('analytics_setup', run.results)};
	};

	test('check mode tells what a first run changes, and a second changes nothing', async () => {
		const predicted = await playFor('10.20.0.0/16', ['--check']);
		assert.deepEqual(await rulesets(fleet()), everywhere(fleet(), ''));
		const first = await playFor('10.20.0.0/16');
		const changes = eachOf(first.applied, 'changes');
		assert.deepEqual(eachOf(predicted.applied, 'changes'), changes);
		for (const run of [predicted, first]) {
			assert.deepEqual(eachOf(run.applied, 'changed'), everywhere(fleet(), true));
		}

		assert.match(JSON.stringify(changes), /10\.20\.0\.0\/16 may reach 9999\/tcp/);
		assert.deepEqual(eachOf(first.applied, 'generation'), everywhere(fleet(), 1));
		const proofs = fleet().appliances.map(({name, address}) => {
			const from = address.replace(/10$/, '1');
			return [name, {kind: 'new-connection', from}];
		});
		assert.deepEqual(eachOf(first.applied, 'proof'), Object.fromEntries(proofs));
		const before = await rulesets(fleet());
		const second = await playFor('10.20.0.0/16');
		assert.deepEqual(eachOf(second.applied, 'changes'), everywhere(fleet(), []));
		assert.deepEqual(
			second.results.filter(({result}) => result.changed),
			[],
		);
		assert.deepEqual(await rulesets(fleet()), before);
	});

	test('diff mode shows what changes on a host, in words', async () => {
		const flags = ['--limit=appliance-1'];
		await playFor('10.21.0.0/16', flags);
		const before = await rulesets(fleet());
		const {stdout} = await playFor('10.22.0.0/16', ['--check', '--diff', ...flags]);
		assert.match(stdout, /^\+10\.22\.0\.0\/16 may reach 9999\/tcp/m);
		assert.match(stdout, /^-10\.21\.0\.0\/16 may reach 9999\/tcp/m);
		assert.deepEqual(await rulesets(fleet()), before);
	});

	test('an executable is copied where it is another one, and only there', async () => {
		const source = '/run/campus/release/executable';
		await fleet().controller.write(source, `${executable}# a newer version\n`, 0o755);
		const copied = async () => {
			const {results} = await playFor(
				'10.20.0.0/16',
				['--limit=appliance-1,appliance-2'],
				{
					analytics_setup_install: 'executable',
					analytics_setup_source: source,
				},
			);
			return results
				.filter(({action, result}) => action === 'ansible.builtin.copy' && result.changed)
				.map(({host}) => host)
				.toSorted();
		};
		assert.deepEqual(await copied(), ['appliance-1', 'appliance-2']);
		const [{host} = assert.fail()] = fleet().appliances;
		await host.write(programPath, executable, 0o755);
		assert.deepEqual(await copied(), ['appliance-1']);
	});
});
