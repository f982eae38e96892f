import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ansibleSkip} from './need.js';
import {ownFleet} from './own-fleet.js';

suite('the collection, as it is published', {skip: ansibleSkip()}, () => {
	const {run} = ownFleet();

	test('ansible-lint finds nothing', async () => {
		const lint = 'exec ansible-lint --offline --strict --nocolor --profile=production';
		const {exitCode, stdout, stderr} = await run('sh', [
			...['-c', `cd assets/ansible && ${lint}`],
		]);
		assert.equal(exitCode, 0, stdout + stderr);
	});

	test('what runs on a host is in the words of Python 3.6, that of Enterprise Linux 8', async () => {
		const parse = `import ast, glob, sys
files = [path for folder in sys.argv[1:] for path in glob.glob(folder + '/*.py')]
assert files
for path in files:
    ast.parse(open(path).read(), path, feature_version=(3, 6))`;
		const {exitCode, stderr} = await run('python3', [
			...['-c', parse],
			...['modules', 'module_utils'].map(folder => `assets/ansible/plugins/${folder}`),
		]);
		assert.equal(exitCode, 0, stderr);
	});

	for (const [kind, name] of [
		['module', 'analytics_setup'],
		['module', 'analytics_setup_probe'],
		['module', 'analytics_setup_facts'],
		['role', 'appliance'],
	] as const) {
		test(`ansible-doc explains the ${kind} ${name}`, async () => {
			const {exitCode, stdout, stderr} = await run('ansible-doc', [
				...[`--type=${kind}`, `appsanywhere.analytics_setup.${name}`],
			]);
			assert.equal(exitCode, 0, stderr);
			assert.match(stdout, /OPTIONS/);
		});
	}
});
