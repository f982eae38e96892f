import assert from 'node:assert/strict';
import {readdir, readFile, stat} from 'node:fs/promises';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {bootUnits} from '../../source/firewall/boot-units.js';
import {openSession, sayArguments} from '../commands/completion/shell-session.js';
import {startTerminal} from '../helpers/terminal.js';
import {pages, walk} from '../terminal/walk.js';
import {buildPackage} from './built.js';
import {packageSkip} from './need.js';
import {makeScratchRoot, type ScratchRoot} from './scratch-root.js';

suite('the package, installed on a system that has nothing else', {
	skip: packageSkip(),
}, () => {
	let root: ScratchRoot;

	before(async () => {
		root = await makeScratchRoot();
		const file = await buildPackage(root.inside('packages'));
		const {exitCode, errors} = await root.rpm('--install', '--nodeps', file);
		assert.deepEqual([exitCode, errors], [0, []]);
	});
	after(() => root.remove());

	test('is as it was packed', async () => {
		const {stdout} = await root.rpm('--verify', '--nodeps', 'analytics-setup');
		assert.equal(stdout, '');
	});

	test('its recovery unit is word for word what the program would write', async () => {
		const written = bootUnits('/', ['/usr/bin/analytics-setup']).find(({path}) =>
			path.endsWith('/analytics-setup-recovery.service'),
		);
		const units = root.inside('usr/lib/systemd/system');
		const link = `${units}/sysinit.target.wants/analytics-setup-recovery.service`;
		assert.equal(await readFile(link, 'utf8'), written?.content);
	});

	test('its manual is read without a complaint', async () => {
		const folder = root.inside('usr/share/man');
		const {stdout, stderr} = await execa(
			'man',
			['--warnings', `--manpath=${folder}`, 'analytics-setup'],
			{env: {MANPAGER: 'cat', LC_ALL: 'C.UTF-8'}},
		);
		assert.equal(stderr, '');
		assert.match(stdout, /^NAME\n +analytics-setup - make every network connection/m);
		const lint = ['-Tlint', '-Wall', `${folder}/man1/analytics-setup.1.gz`];
		assert.equal((await execa('mandoc', lint)).stdout, '');
	});

	test('bash finds its completion by its name', async () => {
		const rc = root.inside('packages/bash.rc');
		const lines = [
			sayArguments,
			'source /usr/share/bash-completion/bash_completion',
			"PS1='ready> '",
		];
		await execa('tee', [rc], {input: lines.join('\n'), stdout: 'ignore'});
		const session = await openSession(['bash', '--noprofile', '--rcfile', rc, '-i'], {
			BASH_COMPLETION_USER_DIR: root.inside('usr/share/bash-completion'),
		});
		const words = await session.argumentsAfter(`rollb\t`);
		await session.close();
		assert.deepEqual(words, ['rollback']);
	});

	test('the whole wizard runs, without Node.js, a shell or a network', async context => {
		await root.furnish([root.inside('usr/bin/analytics-setup')]);
		const [file, arguments_] = root.enter('/usr/bin/analytics-setup');
		const terminal = startTerminal('unshare', ['--net', '--', file, ...arguments_]);
		context.after(() => terminal.close());
		await walk(terminal, pages.length);
		await terminal.shows(/A write/);
		terminal.type('a');
		await terminal.shows(/0 of 22 rows proven[\s\S]*M message/, 30_000);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);

		const {mode} = await stat(root.inside('etc/analytics-setup/config.json'));
		assert.equal(mode & 0o777, 0o600);
		const written = 'var/lib/analytics-setup/files/etc/analytics-setup/ruleset.nft';
		assert.match(await readFile(root.inside(written), 'utf8'), /10\.20\.0\.0\/16/);
		const {stdout} = await root.rpm('--verify', '--nodeps', 'analytics-setup');
		assert.equal(stdout, '', 'the program leaves its folders as they were packed');
	});

	test('removed again, only what was answered and written stays', async () => {
		const {exitCode, stdout, errors} = await root.rpm('--erase', 'analytics-setup');
		assert.deepEqual([exitCode, stdout, errors], [0, '', []]);
		const left = (await root.paths()).filter(path => path.includes('analytics'));
		const kept = /^\/(packages|(etc|var\/lib)\/analytics-setup)(\/|$)/;
		assert.deepEqual(
			left.filter(path => !kept.test(path)),
			[],
		);
		assert.deepEqual(await readdir(root.inside('etc/analytics-setup')), ['config.json']);
	});
});
