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
const folderOfUnits = 'etc/systemd/system';
const names = [
	'analytics-setup-firewall.service',
	'analytics-setup-recovery.service',
	'analytics-setup-names.service',
] as const;
const units = names.map(name => `${folderOfUnits}/${name}`);
const links = names.map(name => {
	const target = name === 'analytics-setup-names.service' ? 'multi-user' : 'sysinit';
	return `${folderOfUnits}/${target}.target.wants/${name}`;
});
const dropIn = `${folderOfUnits}/nftables.service.d/analytics-setup.conf`;
const ruleset = 'etc/analytics-setup/ruleset.nft';

async function openBackend(context: TestContext) {
	const folder = await temporaryFolder(context);
	const root = join(folder, 'root');
	const backend = filesBackend(root, join(root, 'var/lib/analytics-setup'), [
		'/usr/bin/analytics-setup',
	]);
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

test('before the first apply nothing is in effect, and looking writes nothing', async context => {
	const {folder, backend} = await openBackend(context);
	assert.equal(backend.name, 'files');
	assert.equal(await backend.readInEffect(), undefined);
	assert.deepEqual(await filesIn(folder), []);
});

test('an apply writes these files and touches nothing else', async context => {
	const {folder, root, backend} = await openBackend(context);
	await mkdir(join(folder, 'other'));
	await writeFile(join(folder, 'other/file'), 'mine');
	await backend.write(policy);
	assert.deepEqual(
		await filesIn(folder),
		[
			'other/file',
			...[
				...[ruleset, ...units, dropIn, ...links],
				'var/lib/analytics-setup/applied-policy.json',
			].map(path => `root/${path}`),
		].toSorted(),
	);
	assert.equal(await readFile(join(root, ruleset), 'utf8'), renderRuleset(policy));
});

test('the files say what the plan said they would', async context => {
	const {root, backend} = await openBackend(context);
	await backend.write(policy);
	const artefacts = await backend.artefactsOf(policy);
	assert.deepEqual(
		artefacts.map(({path}) => path),
		[ruleset, ...units, dropIn].map(path => join(root, path)),
	);
	for (const {path, content} of artefacts) {
		assert.equal(await readFile(path, 'utf8'), content);
	}
});

for (const [path, mode] of [
	[ruleset, '600'],
	['etc/analytics-setup', '700'],
	...units.map(unit => [unit, '644'] as const),
	[dropIn, '644'],
	['etc/systemd/system', '755'],
	['etc/systemd', '755'],
	['etc', '755'],
	['etc/systemd/system/sysinit.target.wants', '755'],
	['var/lib/analytics-setup', '700'],
	['var/lib/analytics-setup/applied-policy.json', '600'],
] as const) {
	test(`/${path} is made with mode ${mode}`, async context => {
		const {root, backend} = await openBackend(context);
		await backend.write(policy);
		assert.equal(await modeOf(join(root, path)), mode);
	});
}

test('the units are enabled by links that stay right when the folder is moved', async context => {
	const {root, backend} = await openBackend(context);
	await backend.write(policy);
	for (const [index, link] of links.entries()) {
		assert.equal(await readlink(join(root, link)), `../${names[index]}`);
		assert.match(await readFile(join(root, link), 'utf8'), /^\[Install\]$/m);
	}
});

test('a second apply leaves the same files behind', async context => {
	const {folder, backend} = await openBackend(context);
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
	await backend.write(policy);
	const first = await snapshot();
	await backend.write(policy);
	assert.deepEqual(await snapshot(), first);
});

test('what was applied is known afterwards', async context => {
	const {backend} = await openBackend(context);
	await backend.write(policy);
	const inEffect = await backend.readInEffect();
	assert.ok(isSame(policy.rules, inEffect?.rules ?? []));
	assert.ok(inEffect?.rules.every(({packets}) => packets === 0));
});
