import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {type TestContext, test} from 'node:test';
import {monotonicNow, readBootId} from '../../source/host/boot.js';

test('the boot is the one that the kernel names', async () => {
	const id = await readBootId();
	assert.match(id, /^[0-9a-f-]{36}$/);
	assert.equal(await readBootId(), id);
});

test('the time of this boot is the same for every process', async () => {
	const [uptime = ''] = (await readFile('/proc/uptime', 'utf8')).split(' ');
	// /proc/uptime counts suspended time too; a machine that tests has seen none.
	assert.ok(Math.abs(monotonicNow() - Number(uptime) * 1000) < 2000);
});

test('whoever sets the clock does not set the time of this boot', (context: TestContext) => {
	const before = monotonicNow();
	context.mock.timers.enable({apis: ['Date'], now: 0});
	assert.equal(Date.now(), 0);
	const passed = monotonicNow() - before;
	assert.ok(passed >= 0 && passed < 2000);
});
