import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, suite, test} from 'node:test';
import {execa} from 'execa';
import {buildPackage} from './built.js';
import {listedPaths} from './listed-paths.js';
import {packageSkip} from './need.js';

suite('the package, as it is released', {skip: packageSkip()}, () => {
	let folder: string;
	let file: string;
	const query = async (...arguments_: readonly string[]) => {
		const {stdout} = await execa('rpm', ['--query', '--package', ...arguments_, file]);
		return stdout.split('\n');
	};

	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'analytics-setup-package-'));
		file = await buildPackage(folder, {isReleased: true});
	});
	after(() => rm(folder, {recursive: true}));

	test('holds these paths and no others, each with its mode and owner', async () => {
		const format = '[%{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} %{FILENAMES}\n]';
		const found = (await query('--queryformat', format)).filter(line => line !== '');
		assert.deepEqual(found, await listedPaths());
	});

	test('takes away with it what it says at logins, and nothing else that is written', async () => {
		const files = await query('--queryformat', '[%{FILEFLAGS:fflags} %{FILENAMES}\n]');
		assert.deepEqual(
			files.filter(line => /^\S*g/.test(line)),
			[
				'g /run/analytics-setup',
				'g /run/analytics-setup/issue',
				'g /run/motd.d/analytics-setup',
			],
		);
	});

	test('asks for what it runs, by the names of EL', async () => {
		const wanted = await query('--requires');
		const named = wanted.filter(
			name => !/^rpmlib|\.so\.|^rtld/.test(name) && name !== '',
		);
		assert.deepEqual(named.toSorted(), [
			'ca-certificates',
			'iproute',
			'nftables >= 1:0.9.3',
			'systemd',
			'util-linux',
		]);
		assert.ok(wanted.includes('libatomic.so.1()(64bit)'), wanted.join('\n'));
	});

	test('needs nothing of the system that is newer than EL 8', async () => {
		const newest = {
			GLIBC: [2, 28],
			GLIBCXX: [3, 4, 25],
			CXXABI: [1, 3, 11],
			GCC: [8, 0, 0],
		};
		const versions = (await query('--requires')).flatMap(name => {
			const [, library, version = ''] =
				/\((GLIBC|GLIBCXX|CXXABI|GCC)_([\d.]+)\)/.exec(name) ?? [];
			return library === undefined
				? []
				: [{library, numbers: version.split('.').map(Number)}];
		});
		assert.ok(versions.length > 20);
		for (const {library, numbers} of versions) {
			const limit = newest[library as keyof typeof newest];
			assert.ok(isAtMost(numbers, limit), `${library} ${numbers.join('.')}`);
		}
	});

	test('can be read by the rpm of EL 8, and its scripts need nothing but rpm', async () => {
		const features = (await query('--requires')).filter(name =>
			name.startsWith('rpmlib('),
		);
		assert.deepEqual(features.toSorted(), [
			'rpmlib(BuiltinLuaScripts) <= 4.2.2-1',
			'rpmlib(CompressedFileNames) <= 3.0.4-1',
			'rpmlib(FileDigests) <= 4.6.0-1',
			'rpmlib(PayloadFilesHavePrefix) <= 4.0-1',
			'rpmlib(PayloadIsXz) <= 5.2-1',
		]);
		const scripts = '%{PREINPROG} %{PREUNPROG} %{POSTUNPROG} %{POSTINPROG}';
		assert.deepEqual(await query('--queryformat', scripts), ['<lua> <lua> <lua> (none)']);
	});

	test('names all that is bundled, and its licences', async () => {
		const bundled = (await query('--provides')).filter(name =>
			name.startsWith('bundled('),
		);
		const {components} = JSON.parse(
			await readFile('release/analytics-setup.cdx.json', 'utf8'),
		);
		assert.ok(bundled.length > components.length, 'and what Node.js is made of');
		assert.ok(bundled.some(name => name.startsWith('bundled(nodejs-ink) = ')));
		const [licence = ''] = await query('--queryformat', '%{LICENSE}');
		assert.match(licence, /^MIT AND .*Apache-2\.0/);
	});

	test('tells its version in its changelog, on the day of the commit', async () => {
		const {stdout: day} = await execa(
			'git',
			['log', '-1', '--format=%cd', '--date=format-local:%a %b %d %Y'],
			{env: {TZ: 'UTC'}},
		);
		const [version = ''] = await query('--queryformat', '%{VERSION}-%{RELEASE}');
		const [first] = await query('--changelog');
		assert.equal(first, `* ${day} The analytics-setup authors - ${version}`);
	});

	test('rpmlint has nothing to say against it, nor against its spec', async () => {
		const rules = '--rpmlintrc=packaging/analytics-setup.rpmlintrc';
		const {stdout} = await execa(
			'rpmlint',
			[rules, 'packaging/analytics-setup.spec', file],
			{reject: false},
		);
		assert.match(stdout, / 0 errors, 0 warnings/);
	});

	test('two builds of a commit are the same, whoever builds and where', async () => {
		const builds = await Promise.all(
			[{TZ: 'UTC'}, {TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8', HOME: '/'}].map(
				async (env, index) =>
					readFile(await buildPackage(join(folder, String(index)), {env})),
			),
		);
		const [one, other] = builds.map(bytes =>
			createHash('sha256').update(bytes).digest('hex'),
		);
		assert.equal(one, other);
	});
});

function isAtMost(numbers: readonly number[], limit: readonly number[]): boolean {
	const difference = numbers
		.map((number, index) => number - (limit[index] ?? 0))
		.find(each => each !== 0);
	return (difference ?? 0) <= 0;
}
