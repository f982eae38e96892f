import assert from 'node:assert/strict';
import {readFile, stat, utimes} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from 'node:test';
import {
	bootRuleset,
	bootUnits,
	enableUnits,
	writeArtefacts,
} from '../../source/firewall/artefacts.js';
import {renderRuleset} from '../../source/firewall/ruleset.js';
import {samplePolicy, temporaryFolder} from '../helpers/sample.js';

const recoveryUnit = (...own: readonly [string, ...string[]]) => {
	const units = bootUnits('/', own);
	return units.find(({path}) => path.endsWith('-recovery.service'))?.content ?? '';
};

test('the file for the next start is the ruleset of the policy', () => {
	const policy = samplePolicy();
	const {path, content} = bootRuleset('/image', policy);
	assert.equal(path, '/image/etc/analytics-setup/ruleset.nft');
	assert.equal(content, renderRuleset(policy));
});

for (const [own, line] of [
	[['/usr/bin/node', '/opt/a/cli.js'], '"/usr/bin/node" "/opt/a/cli.js" recover'],
	[['/opt/my node'], '"/opt/my node" recover'],
	[['/opt/100%/$HOME/n'], '"/opt/100%%/$$HOME/n" recover'],
	[['/opt/a"b\\c'], '"/opt/a\\"b\\\\c" recover'],
	[['/opt/$&/$1'], '"/opt/$$&/$$1" recover'],
] as const) {
	test(`systemd is told to run ${own.join(' ')}`, () => {
		const [, found] = /^ExecStart=(.*)$/m.exec(recoveryUnit(...(own as [string]))) ?? [];
		assert.equal(found, line);
	});
}

test('old rules return before any firewall and the network are up', () => {
	const unit = recoveryUnit('/usr/bin/analytics-setup');
	const [, before = ''] = /^Before=(.*)$/m.exec(unit) ?? [];
	for (const other of [
		'analytics-setup-firewall.service',
		'firewalld.service',
		'network-pre.target',
	]) {
		assert.ok(before.split(' ').includes(other), other);
	}

	assert.doesNotMatch(unit, /@command@"?\s*recover/);
});

test('what is there as it should be is not written again', async context => {
	const root = await temporaryFolder(context);
	const units = bootUnits(root, ['/usr/bin/analytics-setup']);
	await writeArtefacts(units);
	await enableUnits(units);
	const [{path} = {path: ''}] = units;
	const long = new Date(0);
	await utimes(path, long, long);
	await writeArtefacts(units);
	await enableUnits(units);
	assert.equal((await stat(path)).mtimeMs, 0);
	const link = join(root, 'etc/systemd/system/sysinit.target.wants');
	assert.ok(await readFile(join(link, 'analytics-setup-recovery.service'), 'utf8'));
});
