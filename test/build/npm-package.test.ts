import assert from 'node:assert/strict';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {execa} from 'execa';
import {temporaryFolder} from '../helpers/sample.js';

suite('the package of npm', {timeout: 60_000}, () => {
	test('has what is needed, and works where it is installed', async context => {
		const folder = await temporaryFolder(context);
		// Not built anew: that would pull it away under other tests.
		const flags = ['--json', '--ignore-scripts', `--pack-destination=${folder}`];
		const {stdout} = await execa('npm', ['pack', ...flags]);
		const [{filename, files}] = JSON.parse(stdout);
		const paths = files.map(({path}: {readonly path: string}) => path);
		assert.deepEqual(
			paths.filter((path: string) => !/^dist\/(?:chunks|code-cache)\//.test(path)),
			[
				'LICENSE',
				'README.md',
				'assets/analytics-setup.1',
				'assets/answers.example.yaml',
				'assets/answers.schema.json',
				'assets/completions/_analytics-setup',
				'assets/completions/analytics-setup.bash',
				'assets/completions/analytics-setup.fish',
				'dist/cli.js',
				'dist/package.json',
				'package.json',
			],
		);

		const place = ['--global', '--offline', `--prefix=${folder}`];
		await execa('npm', ['install', ...place, join(folder, filename)]);
		const installed = await execa(join(folder, 'bin/analytics-setup'), ['--version']);
		assert.match(installed.stdout, /^\d+\.\d+\.\d+/);
		const manual = join(folder, 'share/man/man1/analytics-setup.1');
		assert.match((await execa('head', [manual])).stdout, /\.TH/);
	});
});
