import assert from 'node:assert/strict';
import {
	chmod,
	mkdir,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type TestContext, test} from 'node:test';
import {frontFiles} from '../../../source/firewall/firewalld/front-files.js';
import {
	isSameFolder,
	readFront,
	refuseForeignFiles,
	writeFront,
} from '../../../source/firewall/firewalld/front-folder.js';
import {sampleAnswers, samplePolicy, temporaryFolder} from '../../helpers/sample.js';

process.umask(0o022);

const configuration = '# kept\nDefaultZone=public\nLockdown=no\n';
const foreignSet = '<ipset type="hash:net"><short>VPN</short></ipset>';
const files = frontFiles(samplePolicy());
const front = {files, defaultZone: 'analytics'};

/** A folder as firewalld has it, with a set of somebody else. */
async function firewalldFolder(context: TestContext): Promise<string> {
	const folder = await temporaryFolder(context);
	await mkdir(join(folder, 'ipsets'));
	await writeFile(join(folder, 'firewalld.conf'), configuration, {mode: 0o644});
	await writeFile(join(folder, 'ipsets/analytics-vpn.xml'), foreignSet);
	return folder;
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('our files are written for root and its group, and one line changes', async context => {
	const folder = await firewalldFolder(context);
	await writeFront(folder, front);
	for (const [path, content] of Object.entries(files)) {
		assert.equal(await readFile(join(folder, path), 'utf8'), content);
		assert.equal(await modeOf(join(folder, path)), '640');
	}

	assert.equal(await modeOf(join(folder, 'zones')), '750');
	assert.equal(
		await readFile(join(folder, 'firewalld.conf'), 'utf8'),
		'# kept\nDefaultZone=analytics\nLockdown=no\n',
	);
	assert.equal(await modeOf(join(folder, 'firewalld.conf')), '644');
	assert.ok(isSameFolder(await readFront(folder), front));
});

test('what was before comes back, and what is not ours stays through both', async context => {
	const folder = await firewalldFolder(context);
	const before = await readFront(folder);
	assert.deepEqual(before, {files: {}, defaultZone: 'public'});
	await writeFront(folder, front);
	await writeFront(folder, before);
	assert.equal(await readFile(join(folder, 'firewalld.conf'), 'utf8'), configuration);
	assert.deepEqual(await readdir(join(folder, 'zones')), []);
	assert.deepEqual(await readdir(join(folder, 'ipsets')), ['analytics-vpn.xml']);
	assert.equal(
		await readFile(join(folder, 'ipsets/analytics-vpn.xml'), 'utf8'),
		foreignSet,
	);
});

test('a set whose rule has gone goes too', async context => {
	const folder = await firewalldFolder(context);
	await writeFront(folder, front);
	const answers = sampleAnswers({support: {enabled: false, sources: []}});
	const fewer = frontFiles(samplePolicy({answers}));
	await writeFront(folder, {files: fewer, defaultZone: 'analytics'});
	assert.ok(!(await readdir(join(folder, 'ipsets'))).some(name => /support/.test(name)));
	assert.ok(isSameFolder(await readFront(folder), {...front, files: fewer}));
});

test('a file of somebody else that has one of our names is refused', async context => {
	const folder = await firewalldFolder(context);
	await refuseForeignFiles(folder, files);
	await mkdir(join(folder, 'zones'));
	await writeFile(join(folder, 'zones/analytics.xml'), '<zone/>');
	await assert.rejects(refuseForeignFiles(folder, files), {
		code: 'firewall.refused',
		message: /zones\/analytics\.xml" is there already, and analytics-setup did not write/,
	});
});

for (const path of ['firewalld.conf', 'zones/analytics.xml']) {
	test(`a link in the place of ${path} is followed nowhere`, async context => {
		const folder = await firewalldFolder(context);
		const target = join(await temporaryFolder(context), 'target');
		await writeFile(target, configuration);
		await mkdir(join(folder, 'zones'));
		await rm(join(folder, path), {force: true});
		await symlink(target, join(folder, path));
		await assert.rejects(writeFront(folder, front), {code: 'state.unsafe'});
		assert.equal(await readFile(target, 'utf8'), configuration);
	});
}

test('a link in the place of a folder is followed nowhere', async context => {
	const folder = await firewalldFolder(context);
	const target = await temporaryFolder(context);
	await symlink(target, join(folder, 'zones'));
	await assert.rejects(writeFront(folder, front), {code: 'state.unsafe'});
	assert.deepEqual(await readdir(target), []);
});

test('a folder in which others may write is refused', async context => {
	const folder = await firewalldFolder(context);
	await chmod(join(folder, 'ipsets'), 0o777);
	await assert.rejects(writeFront(folder, front), {code: 'state.unsafe'});
});
