import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {type Controller, openController} from './controller.js';
import {type Fleet, openFleet} from './fleet.js';
import {ansibleSkip} from './need.js';

suite('the collection, as it is published', {skip: ansibleSkip()}, () => {
	let fleet: Fleet;
	let controller: Controller;
	before(async () => {
		fleet = await openFleet();
		controller = await openController(fleet);
	});
	after(() => fleet.close());

	test('ansible-lint finds nothing', async () => {
		const lint = 'exec ansible-lint --offline --strict --nocolor --profile=production';
		const {exitCode, stdout, stderr} = await controller.run('sh', [
			...['-c', `cd assets/ansible && ${lint}`],
		]);
		assert.equal(exitCode, 0, stdout + stderr);
	});

	for (const [kind, name] of [
		['module', 'analytics_setup'],
		['module', 'analytics_setup_probe'],
		['module', 'analytics_setup_facts'],
		['role', 'appliance'],
	] as const) {
		test(`ansible-doc explains the ${kind} ${name}`, async () => {
			const {exitCode, stdout, stderr} = await controller.run('ansible-doc', [
				...[`--type=${kind}`, `appsanywhere.analytics_setup.${name}`],
			]);
			assert.equal(exitCode, 0, stderr);
			assert.match(stdout, /OPTIONS/);
		});
	}
});
