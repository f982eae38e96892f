import assert from 'node:assert/strict';
import {
	mkdir,
	readdir,
	readFile,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {bootUnits} from '../../source/firewall/boot-units.js';
import {
	installBootUnits,
	installNamesUnit,
	unitsToWrite,
} from '../../source/firewall/install-boot-units.js';
import {namesUnitName, recoveryName} from '../../source/firewall/unit-names.js';
import type {OwnCommand} from '../../source/host/own-command.js';
import {temporaryFolder} from '../helpers/sample.js';

const packaged: OwnCommand = ['/usr/bin/analytics-setup'];
const wants = 'sysinit.target.wants';
const names = [
	'analytics-setup-firewall.service',
	namesUnitName,
	recoveryName,
	'multi-user.target.wants',
	`multi-user.target.wants/${namesUnitName}`,
	'nftables.service.d',
	'nftables.service.d/analytics-setup.conf',
	wants,
	`${wants}/analytics-setup-firewall.service`,
	`${wants}/${recoveryName}`,
];
const withoutRecovery = names.filter(name => !name.endsWith(recoveryName));

const unitFor = (own: OwnCommand) =>
	bootUnits('/', own).find(({path}) => path.endsWith(recoveryName))?.content ?? '';

/** A server on which the package has brought its own unit, or not. */
async function openServer(context: TestContext, {hasPackage = true} = {}) {
	const root = await temporaryFolder(context);
	const folder = join(root, 'etc/systemd/system');
	const recovery = join(folder, recoveryName);
	const own = join(root, 'usr/lib/systemd/system', recoveryName);
	if (hasPackage) {
		await mkdir(dirname(own), {recursive: true});
		await writeFile(own, unitFor(packaged));
	}

	const written = async () => (await readdir(folder, {recursive: true})).toSorted();
	return {root, folder, recovery, own, written};
}

test('every unit is written and enabled, and not written again', async context => {
	const {root, folder, written} = await openServer(context, {hasPackage: false});
	await installBootUnits(root, packaged);
	assert.deepEqual(await written(), names);
	const unit = join(folder, 'analytics-setup-firewall.service');
	const long = new Date(0);
	await utimes(unit, long, long);
	await installBootUnits(root, packaged);
	assert.equal((await stat(unit)).mtimeMs, 0);
	assert.ok(await readFile(join(folder, wants, recoveryName), 'utf8'));
});

test('what follows names is written and enabled by itself where there are no rules', async context => {
	const {root, written} = await openServer(context);
	await installNamesUnit(root, packaged);
	assert.deepEqual(await written(), [
		namesUnitName,
		'multi-user.target.wants',
		`multi-user.target.wants/${namesUnitName}`,
	]);
});

test("the package's own recovery unit needs no copy; the rules come back without it", async context => {
	const {root, written} = await openServer(context);
	await installBootUnits(root, packaged);
	assert.deepEqual(await written(), withoutRecovery);
	assert.deepEqual(
		(await unitsToWrite(root, packaged)).map(({path}) => path.startsWith(root)),
		[true, true, true],
	);
});

test('a program from elsewhere writes its own, which counts for more', async context => {
	const {root, recovery, written} = await openServer(context);
	const own: OwnCommand = ['/usr/bin/node', '/opt/cli.js'];
	await installBootUnits(root, own);
	assert.deepEqual(await written(), names);
	assert.equal(await readFile(recovery, 'utf8'), unitFor(own));
});

/** As the first version wrote it. */
const oldUnit = `[Unit]
Description=Takes back unconfirmed firewall rules of AppsAnywhere Analytics

[Service]
ExecStart="/usr/bin/node" "/opt/analytics-setup/dist/cli.js" recover
`;

for (const [name, old] of [
	['of another program', unitFor(['/usr/bin/node', '/opt/cli.js'])],
	['of the first version', oldUnit],
] as const) {
	test(`a copy ${name} that would shadow the package's is taken away with its link`, async context => {
		const {root, recovery, written} = await openServer(context);
		await installBootUnits(root, ['/usr/bin/node', '/opt/cli.js']);
		await writeFile(recovery, old);
		await installBootUnits(root, packaged);
		assert.deepEqual(await written(), withoutRecovery);
	});
}

test('a link to the unit of the package is taken away, and not the unit', async context => {
	const {root, own, recovery, folder, written} = await openServer(context);
	await mkdir(folder, {recursive: true});
	await symlink(own, recovery);
	await installBootUnits(root, packaged);
	assert.deepEqual(await written(), withoutRecovery);
	assert.equal(await readFile(own, 'utf8'), unitFor(packaged));
});

for (const [name, put] of [
	[
		'a unit that somebody else wrote',
		(path: string) => writeFile(path, '[Service]\nExecStart=/opt/other recover\n'),
	],
	['a unit that was masked', (path: string) => symlink('/dev/null', path)],
] as const) {
	test(`${name} stays as it is`, async context => {
		const {root, folder, recovery, written} = await openServer(context);
		await mkdir(folder, {recursive: true});
		await put(recovery);
		const before = await readFile(recovery, 'utf8');
		await installBootUnits(root, packaged);
		assert.equal(await readFile(recovery, 'utf8'), before);
		assert.deepEqual(
			await written(),
			names.filter(each => each !== `${wants}/${recoveryName}`),
		);
	});
}
