import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bootUnits} from '../../source/firewall/boot-units.js';
import type {OwnCommand} from '../../source/host/own-command.js';

const recoveryUnit = (...own: OwnCommand) => {
	const units = bootUnits('/', own);
	return units.find(({path}) => path.endsWith('-recovery.service'))?.content ?? '';
};

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

for (const [own, conditions] of [
	[['/usr/bin/analytics-setup'], ['ConditionFileIsExecutable=/usr/bin/analytics-setup']],
	[
		['/opt/my node', '/opt/100%/$&/cli.js'],
		[
			'ConditionFileIsExecutable=/opt/my node',
			'ConditionPathExists=/opt/100%%/$&/cli.js',
		],
	],
] as const) {
	test(`nothing is started, and nothing said, where ${own.join(' ')} is gone`, () => {
		const unit = recoveryUnit(...(own as readonly string[] as OwnCommand));
		assert.deepEqual(unit.match(/^Condition.*$/gm), conditions);
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

	assert.doesNotMatch(unit, /=@(?:command|program)@/);
});

test('names are followed before any program can ask the DNS, once the rules are there', () => {
	const units = bootUnits('/', ['/usr/bin/analytics-setup']);
	const unit = units.find(({path}) => path.endsWith('-names.service'))?.content ?? '';
	assert.match(unit, /^Before=network-pre\.target$/m);
	assert.match(unit, /^After=.*analytics-setup-firewall\.service/m);
	assert.match(unit, /^ExecStart="\/usr\/bin\/analytics-setup" follow-names$/m);
	assert.match(
		unit,
		/^ExecStartPost=-"\/usr\/bin\/analytics-setup" follow-names --until-ready$/m,
	);
	assert.doesNotMatch(unit, /=-?@(?:command|program)@/);
});
