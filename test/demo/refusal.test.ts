import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeKernel, judgePlatform, judgePrograms} from './refusal.js';

const complaint = 'unshare: unshare failed: Operation not permitted';

for (const [setting, value, command] of [
	['user.max_user_namespaces', '0', 'sudo sysctl user.max_user_namespaces=15000'],
	[
		'kernel.unprivileged_userns_clone',
		'0',
		'sudo sysctl kernel.unprivileged_userns_clone=1',
	],
	[
		'kernel.apparmor_restrict_unprivileged_userns',
		'1',
		'sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0',
	],
] as const) {
	test(`a kernel that refuses because of ${setting} is told, with what changes it`, () => {
		const refusal = judgeKernel({complaint, settings: {[setting]: value}});
		assert.equal(
			refusal?.reason,
			`This kernel gives users no namespaces of their own: ${setting} is ${value}.`,
		);
		assert.equal(refusal?.command, command);
	});
}

test('a refusal for no known reason is told in the words that came with it', () => {
	const refusal = judgeKernel({complaint, settings: {}});
	assert.match(refusal?.reason ?? '', /unshare failed: Operation not permitted/);
	assert.match(refusal?.remedy ?? '', /container/);
});

test('a setting that would forbid says nothing where namespaces are there', () => {
	const settings = {'kernel.apparmor_restrict_unprivileged_userns': '1'};
	assert.equal(judgeKernel({complaint: undefined, settings}), undefined);
});

test('programs that are missing are told by their packages', () => {
	assert.equal(judgePrograms([]), undefined);
	assert.equal(
		judgePrograms(['nftables', 'iproute2'])?.command,
		'sudo apt install nftables iproute2',
	);
});

test('without Linux there is no network', () => {
	assert.equal(judgePlatform('linux'), undefined);
	assert.match(judgePlatform('darwin')?.reason ?? '', /this is darwin/);
});
