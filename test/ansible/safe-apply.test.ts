import assert from 'node:assert/strict';
import {before, suite, test} from 'node:test';
import {addAdministrator, administrator} from './administrator.js';
import {ansibleSkip} from './need.js';
import {ownFleet} from './own-fleet.js';
import {
	modulePlay,
	rolePlay,
	rulesets,
	saidBy,
	siteAnswers,
	withoutController,
} from './site.js';

const answers = siteAnswers();
const others = siteAnswers({viewers: {subnets: ['10.21.0.0/16']}});

suite('applying to appliances from afar', {skip: ansibleSkip()}, () => {
	const {fleet, play} = ownFleet();
	before(async () => {
		const all = {analytics_setup_answers: answers};
		const {exitCode, stdout} = await play(rolePlay(), {all});
		assert.equal(exitCode, 0, stdout);
	});

	test('who is cut off goes back, who is down is told, and the others go on', async () => {
		const before = await rulesets(fleet());
		await fleet().setCable('appliance-4', 'down');
		const overlay = {analytics_setup_overlay: withoutController};
		const {exitCode, results, stdout} = await play(rolePlay(), {
			all: {analytics_setup_answers: others, analytics_setup_confirm_within: 6},
			'appliance-2': overlay,
			'appliance-3': {...overlay, analytics_setup_shut_out: ['10.70.3.1']},
		});
		await fleet().setCable('appliance-4', 'up');
		assert.notEqual(exitCode, 0);
		const said = saidBy('analytics_setup', results);
		const now = await rulesets(fleet());
		for (const name of ['appliance-1', 'appliance-5']) {
			assert.equal(said[name]?.outcome, 'ok', stdout);
			assert.match(now[name] ?? '', /10\.21\.0\.0\/16/);
		}

		for (const name of ['appliance-2', 'appliance-3', 'appliance-4']) {
			assert.equal(now[name], before[name], name);
		}

		const down = results.filter(({outcome}) => outcome === 'unreachable');
		assert.deepEqual(
			down.map(({host}) => host),
			['appliance-4'],
		);
		for (const [name, code, words] of [
			['appliance-2', 'lock-out', /10\.70\.2\.1/],
			['appliance-3', 'trial.undone', /old rules are back/],
		] as const) {
			const {outcome, result} = said[name] ?? assert.fail(stdout);
			assert.deepEqual([outcome, result.code], ['failed', code]);
			assert.match(String(result.msg), words);
			assert.notDeepEqual(result.remedies, []);
		}

		assert.notEqual(said['appliance-3']?.result.cause, null);
	});

	test('check mode fails where the run would not begin', async () => {
		const names = ['appliance-2', 'appliance-3'];
		const overlay = {analytics_setup_overlay: withoutController};
		const variables = {
			all: {analytics_setup_answers: answers},
			'appliance-2': overlay,
			'appliance-3': {...overlay, analytics_setup_shut_out: ['10.70.3.1']},
		};
		const flags = ['--check', `--limit=${names.join(',')}`];
		const {results, stdout} = await play(rolePlay(), variables, flags);
		const said = saidBy('analytics_setup', results);
		const [refused = assert.fail(), accepted] = names.map(name => said[name]);
		assert.deepEqual([refused.outcome, accepted?.outcome], ['failed', 'ok'], stdout);
		assert.equal(refused.result.code, 'lock-out');
		assert.match(JSON.stringify(refused.result.remedies), /analytics_setup_shut_out/);
	});

	test('an administrator who becomes root by sudo proves the way in, too', async () => {
		const [{name, host} = assert.fail()] = fleet().appliances;
		await addAdministrator(host);
		const {exitCode, results, stdout} = await play(
			rolePlay({become: true}),
			{
				all: {
					analytics_setup_answers: siteAnswers({viewers: {subnets: ['10.25.0.0/16']}}),
					ansible_user: administrator,
				},
			},
			[`--limit=${name}`],
		);
		assert.equal(exitCode, 0, stdout);
		const {result} = saidBy('analytics_setup', results)[name] ?? assert.fail(stdout);
		assert.deepEqual(result.proof, {kind: 'new-connection', from: '10.70.1.1'});
		const {stdout: kept} = await host.run('cat', ['/var/lib/analytics-setup/audit.log']);
		assert.match(kept, new RegExp(`"user":"${administrator}"`));
	});

	test('a bad answer stops after the first hosts', async () => {
		const before = await rulesets(fleet());
		const playbook = rolePlay({serial: 2, max_fail_percentage: 0});
		const {exitCode, results} = await play(playbook, {
			all: {
				analytics_setup_answers: siteAnswers({viewers: {subnets: ['10.24.0.0/16']}}),
			},
			'appliance-1': {analytics_setup_overlay: withoutController},
		});
		assert.notEqual(exitCode, 0);
		const hosts = new Set(results.map(({host}) => host));
		assert.deepEqual([...hosts].toSorted(), ['appliance-1', 'appliance-2']);
		const now = await rulesets(fleet());
		for (const name of ['appliance-1', 'appliance-3', 'appliance-4', 'appliance-5']) {
			assert.equal(now[name], before[name], name);
		}
	});

	test('a host that no new connection can prove is refused', async () => {
		const options = {answers: [answers], program: '{{ analytics_setup_program }}'};
		const playbook = modulePlay('analytics_setup', options);
		const local = {ansible_connection: 'local'};
		const {results, stdout} = await play(playbook, {all: local}, ['--limit=appliance-1']);
		const {result} =
			saidBy('analytics_setup', results)['appliance-1'] ?? assert.fail(stdout);
		assert.equal(result.code, 'connection.unsuited');
		assert.match(JSON.stringify(result.remedies), /unattended/);
	});
});
