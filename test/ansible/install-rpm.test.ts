import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, afterEach, before, suite, test} from 'node:test';
import {buildPackage} from '../packaging/built.js';
import {buildStandIn, requirementsOf} from '../packaging/stand-in.js';
import {type Playbook, folder as playbookFolder} from './controller.js';
import {manageByDnf} from './dnf-host.js';
import {dnfSkip} from './need.js';
import {ownFleet} from './own-fleet.js';
import {readmePlaybook} from './readme-playbook.js';
import {rolePlay, siteAnswers} from './site.js';

const dnf = 'ansible.builtin.dnf';
const apply = 'appsanywhere.analytics_setup.analytics_setup';

suite('the role, with the package on an appliance that dnf manages', {
	skip: dnfSkip(),
}, () => {
	const {fleet, play} = ownFleet();
	let folder: string;
	let packages: Readonly<Record<'now' | 'previous' | 'other', string>>;

	const onHost = async (file: string, ...arguments_: readonly string[]) => {
		const [{host} = assert.fail()] = fleet().appliances;
		return (await host.run(file, arguments_)).stdout;
	};
	const installed = () => onHost('rpm', '--query', 'analytics-setup');

	/** The role with a package that lies beside the playbook; which tasks ran, and which changed. */
	const install = async (
		file: string,
		{
			playbook = rolePlay(),
			flags = [],
		}: {playbook?: Playbook; flags?: readonly string[]} = {},
	) => {
		const all = {
			analytics_setup_answers: siteAnswers(),
			analytics_setup_install: 'rpm',
			analytics_setup_source: `files/${basename(file)}`,
			// Where the role looks for it, unless it is told.
			analytics_setup_program: undefined,
			analytics_setup_secrets: {},
		};
		const run = await play(playbook, {all}, ['--limit=appliance-1', ...flags]);
		const results = run.results.filter(({outcome}) => outcome !== 'skipped');
		return {
			...{exitCode: run.exitCode, said: run.stdout},
			ran: results.map(({action}) => action),
			changed: results.flatMap(({action, result}) => (result.changed ? [action] : [])),
			failed: results.findLast(({outcome}) => outcome === 'failed')?.result.msg,
		};
	};

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'analytics-setup-packages-'));
		const now = await buildPackage(folder);
		packages = {
			now,
			previous: await buildPackage(folder, {version: '0.0.9'}),
			other: await buildStandIn(folder, {
				...{name: 'analytics-setup', architecture: 'aarch64'},
			}),
		};
		const requirements = await requirementsOf(now);
		const standIn = await buildStandIn(folder, {
			...{name: 'stand-in-for-enterprise-linux', architecture: 'x86_64'},
			provides: ['libatomic', ...requirements.map(each => each.replace('>=', '='))],
		});
		const [{host} = assert.fail()] = fleet().appliances;
		await manageByDnf(host, standIn);
		await fleet().controller.run('ln', ['-s', folder, `${playbookFolder}/files`]);
	});
	afterEach(async () => {
		assert.equal(await onHost('ls', '/tmp'), '', 'a copy of the package is left');
	});
	after(() => rm(folder, {recursive: true}));

	test('check mode tells that it is installed and applied, and does neither', async () => {
		const {exitCode, changed, said} = await install(packages.now, {
			...{playbook: await readmePlaybook(), flags: ['--check', '--diff']},
		});
		assert.equal(exitCode, 0, said);
		assert.deepEqual(changed, [dnf, apply]);
		assert.match(await installed(), /not installed/);
	});

	test('a first run installs and applies, a second copies and installs nothing', async () => {
		const first = await install(packages.now);
		assert.equal(first.exitCode, 0, first.said);
		assert.deepEqual(first.changed, [dnf, apply]);
		assert.match(await onHost('nft', 'list', 'ruleset'), /10\.20\.0\.0\/16/);
		const second = await install(packages.now);
		assert.equal(second.exitCode, 0, second.said);
		assert.deepEqual(second.changed, []);
		assert.ok(!second.ran.includes('ansible.builtin.copy') && !second.ran.includes(dnf));
	});

	for (const [name, title] of [
		['previous', 'an older package is installed in the place of a newer one'],
		['now', 'a newer package is installed in the place of an older one'],
	] as const) {
		test(`${title}, and the rules stay`, async () => {
			const {exitCode, changed, said} = await install(packages[name]);
			assert.equal(exitCode, 0, said);
			assert.deepEqual(changed, [dnf]);
			assert.equal(`${await installed()}.rpm`, basename(packages[name]));
		});
	}

	test('a package that is not on the controller is told with what to do', async () => {
		const {ran, failed} = await install('nowhere.rpm');
		assert.match(
			String(failed),
			/no file "files\/nowhere\.rpm" on the controller\. Put it/,
		);
		assert.ok(!ran.includes('ansible.builtin.command'), 'the host was not asked');
	});

	test('a package for another processor is told with which to take', async () => {
		const before = await installed();
		const {failed} = await install(packages.other);
		assert.match(String(failed), /for another processor\. Let analytics_setup_source/);
		assert.equal(await installed(), before);
	});

	test('while rules are on trial nothing is installed, and it is told how to end that', async () => {
		const trial = '/var/lib/analytics-setup/trial';
		await onHost('mkdir', trial);
		const before = await installed();
		const {failed} = await install(packages.previous);
		await onHost('rmdir', trial);
		assert.match(
			String(failed),
			/packages error: .*on trial.*\(analytics-setup confirm\)/,
		);
		assert.equal(await installed(), before);
	});

	test('what the package needs is installed before it, by its name', async () => {
		const path = 'assets/ansible/roles/appliance/tasks/install-rpm.yml';
		const [, names = ''] = /name: \[(.*)\]/.exec(await readFile(path, 'utf8')) ?? [];
		const requirements = (await requirementsOf(packages.now))
			.filter(required => !required.includes('('))
			.map(required => required.replace(/ .*/, ''));
		assert.deepEqual(names.split(', '), [...requirements, 'libatomic'].toSorted());
	});
});
