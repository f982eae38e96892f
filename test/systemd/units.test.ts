import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type TestContext, test} from 'node:test';
import {execa} from 'execa';
import {bootUnits} from '../../source/firewall/boot-units.js';
import {apartSettings} from '../../source/host/apart-settings.js';
import {temporaryFolder} from '../helpers/sample.js';

// Every unit as it is on a server: what the program writes, what only the package brings, and
// the guard, of which systemd-run makes a unit.

const firstBoot = 'analytics-setup-first-boot@.service';
const units = new Map<string, string>([
	...writtenUnits(),
	['analytics-setup-guard.service', guardUnit()],
	[firstBoot, await readFile(`assets/systemd/${firstBoot}`, 'utf8')],
]);
const page = await readFile('docs/units.md', 'utf8');

function writtenUnits(): ReadonlyArray<readonly [name: string, content: string]> {
	return bootUnits('/', ['/usr/bin/analytics-setup']).flatMap(({path, content}) => {
		const name = path.replace('/etc/systemd/system/', '');
		return name.endsWith('.service') ? [[name, content] as const] : [];
	});
}

function guardUnit(): string {
	const settings = apartSettings(['/etc', '/run', '/var/lib']);
	const isOfUnit = (setting: string) => /^(?:Description|StartLimit)/.test(setting);
	return [
		'[Unit]',
		...settings.filter(isOfUnit),
		'[Service]',
		'ExecStart=/usr/bin/analytics-setup guard',
		...settings.filter(setting => !isOfUnit(setting)),
		'',
	].join('\n');
}

/** Where a unit can be looked at on a machine that has none of its programs. */
async function writeUnit(context: TestContext, name: string): Promise<string> {
	const path = join(await temporaryFolder(context), name.replace('@', '@tty1'));
	const content = units.get(name) ?? assert.fail(name);
	const paths = /(?<==|")\/usr\/(?:bin\/analytics-setup|sbin\/nft)\b/g;
	await writeFile(path, content.replaceAll(paths, '/bin/true'));
	return path;
}

for (const name of units.keys()) {
	test(`systemd finds nothing to complain about in ${name}`, async context => {
		const path = await writeUnit(context, name);
		const verify = ['verify', '--man=no', '--recursive-errors=no', path];
		const {exitCode, all} = await execa('systemd-analyze', verify, {
			all: true,
			reject: false,
		});
		assert.deepEqual([exitCode, all], [0, '']);
	});

	test(`docs/units.md tells how exposed ${name} is`, async context => {
		const path = await writeUnit(context, name);
		const {stdout} = await execa('systemd-analyze', [
			...['security', '--offline=yes', '--no-pager', path],
		]);
		const [, exposure] = /Overall exposure level for .*: ([\d.]+) /.exec(stdout) ?? [];
		const [told, why] = rowOf(name);
		assert.ok(exposure);
		assert.equal(told, exposure);
		assert.match(why, /^[A-Z].{40,}\.$/, 'it says what is left open');
	});
}

/** The cells after its name. */
function rowOf(name: string): readonly [figure: string, why: string] {
	const start = `| \`${name}\` | `;
	const row = page.split('\n').find(line => line.startsWith(start)) ?? '';
	const [figure = '', why = ''] = row.slice(start.length, -2).split(' | ');
	return [figure, why];
}

for (const name of [
	'analytics-setup-guard.service',
	'analytics-setup-recovery.service',
	firstBoot,
]) {
	test(`${name} has the /proc of everybody, and its boot id`, () => {
		const settings =
			/^(?:ProtectKernelTunables|ProtectControlGroups|ProtectProc|ProcSubset|MountAPIVFS)=/m;
		assert.doesNotMatch(units.get(name) ?? '', settings);
	});
}

test('docs/units.md tells of no other unit', () => {
	const rows = page.match(/(?<=^\| `)[^`]+(?=` \|)/gm) ?? [];
	assert.deepEqual(rows.toSorted(), [...units.keys()].toSorted());
});

test('each setting is known to the systemd of EL 8', () => {
	for (const [name, content] of units) {
		// What came with the versions 240 to 255, as systemd.exec(5) tells.
		assert.doesNotMatch(
			content,
			/^(?:ProtectClock|ProtectHostname|ProtectKernelLogs|ProtectProc|ProcSubset|RestrictSUIDSGID|RestrictFileSystems|NoExecPaths|ExecPaths|PrivateIPC|SystemCallLog|ExecCondition|ExecSearchPath)=/m,
			name,
		);
	}
});

for (const name of [
	'analytics-setup-firewall.service',
	'analytics-setup-recovery.service',
]) {
	test(`${name} needs no mount namespace, which cannot be had at every start`, () => {
		const settings =
			/^(?:Protect|Private|ReadOnly|ReadWrite|Inaccessible|Bind|Root|TemporaryFile|MountFlags)/m;
		assert.doesNotMatch(units.get(name) ?? '', settings);
	});
}

/** What a unit may not do, apart from folders and devices. */
const sandboxOf = (name: string) =>
	(units.get(name) ?? '').match(
		/^(?:Capability|NoNew|Lock|Restrict[ANR]|SystemCall).*$/gm,
	);

test('the guard and the recovery unit do the same work in the same sandbox', () => {
	const [guard, recovery] = ['guard', 'recovery'].map(name =>
		sandboxOf(`analytics-setup-${name}.service`)?.filter(
			setting => !/^Restart/.test(setting),
		),
	);
	assert.ok(guard && guard.length > 8);
	assert.deepEqual(guard, recovery);
});

test('the guard writes where its root is, whatever that is called', () => {
	const paths = apartSettings(['/srv/my "copy"/etc', '/b\\c/run']).filter(setting =>
		setting.startsWith('ReadWritePaths='),
	);
	assert.deepEqual(paths, [
		String.raw`ReadWritePaths="/srv/my \"copy\"/etc" "/b\\c/run"`,
	]);
});
