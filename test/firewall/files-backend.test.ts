import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, readlink, stat, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {isSame} from '../../source/firewall/compare.js';
import {filesBackend} from '../../source/firewall/files-backend.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {samplePolicy, temporaryFolder} from '../helpers/sample.js';

// What a usual server has; modes are told as they are with it.
process.umask(0o022);

const policy = samplePolicy();
const unit = 'etc/systemd/system/analytics-setup-firewall.service';
const link = 'etc/systemd/system/sysinit.target.wants/analytics-setup-firewall.service';
const ruleset = 'etc/analytics-setup/ruleset.nft';

async function openBackend(context: TestContext) {
	const folder = await temporaryFolder(context);
	const root = join(folder, 'root');
	const backend = filesBackend(root, join(root, 'var/lib/analytics-setup'));
	return {folder, root, backend};
}

const filesIn = async (folder: string) => {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return entries
		.filter(entry => !entry.isDirectory())
		.map(entry => relative(folder, join(entry.parentPath, entry.name)))
		.toSorted();
};
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
const apply = async (backend: ReturnType<typeof filesBackend>) => {
	const stages: string[] = [];
	await backend.apply(policy, stage => stages.push(stage));
	return stages;
};

test('before the first apply nothing is in effect, and looking writes nothing', async context => {
	const {folder, backend} = await openBackend(context);
	assert.equal(backend.name, 'files');
	assert.equal(await backend.readInEffect(), undefined);
	assert.equal(backend.artefactsOf(policy).length, 2);
	assert.deepEqual(await filesIn(folder), []);
});

test('an apply writes these files and touches nothing else', async context => {
	const {folder, root, backend} = await openBackend(context);
	await mkdir(join(folder, 'other'));
	await writeFile(join(folder, 'other/file'), 'mine');
	assert.deepEqual(await apply(backend), ['save']);
	assert.deepEqual(
		await filesIn(folder),
		[
			'other/file',
			...[ruleset, unit, link, 'var/lib/analytics-setup/applied-policy.json'].map(
				path => `root/${path}`,
			),
		].toSorted(),
	);
	assert.equal(await readFile(join(root, ruleset), 'utf8'), renderRuleset(policy));
});

test('the files say what the plan said they would', async context => {
	const {root, backend} = await openBackend(context);
	await apply(backend);
	const artefacts = backend.artefactsOf(policy);
	assert.deepEqual(
		artefacts.map(({path}) => path),
		[join(root, ruleset), join(root, unit)],
	);
	for (const {path, content} of artefacts) {
		assert.equal(await readFile(path, 'utf8'), content);
	}
});

for (const [path, mode] of [
	[ruleset, '600'],
	['etc/analytics-setup', '700'],
	[unit, '644'],
	['etc/systemd/system', '755'],
	['etc/systemd', '755'],
	['etc', '755'],
	['etc/systemd/system/sysinit.target.wants', '755'],
	['var/lib/analytics-setup', '700'],
	['var/lib/analytics-setup/applied-policy.json', '600'],
] as const) {
	test(`/${path} is made with mode ${mode}`, async context => {
		const {root, backend} = await openBackend(context);
		await apply(backend);
		assert.equal(await modeOf(join(root, path)), mode);
	});
}

test('the unit is enabled by a link that stays right when the folder is moved', async context => {
	const {root, backend} = await openBackend(context);
	await apply(backend);
	assert.equal(await readlink(join(root, link)), '../analytics-setup-firewall.service');
	assert.equal(
		await readFile(join(root, link), 'utf8'),
		await readFile('assets/analytics-setup-firewall.service', 'utf8'),
	);
});

test('a second apply leaves the same files behind', async context => {
	const {folder, root, backend} = await openBackend(context);
	const snapshot = async () => {
		const paths = await filesIn(folder);
		return Promise.all(
			paths.map(async path => [
				path,
				await readFile(join(folder, path), 'utf8'),
				await modeOf(join(folder, path)),
			]),
		);
	};
	await apply(backend);
	const first = await snapshot();
	await apply(backend);
	assert.deepEqual(await snapshot(), first);
	assert.equal(await readlink(join(root, link)), '../analytics-setup-firewall.service');
});

test('what was applied is known afterwards', async context => {
	const {backend} = await openBackend(context);
	await apply(backend);
	const inEffect = await backend.readInEffect();
	assert.ok(isSame(policy.rules, inEffect?.rules ?? []));
	assert.ok(inEffect?.rules.every(({packets}) => packets === 0));
});
