import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {GenerationsScreen} from '../../../../source/wizard/screens/home/generations-screen.js';
import {
	type MachineRecord,
	recordedGeneration,
} from '../../../helpers/recorded-machine.js';
import {keys, mount, untilSent} from '../../../helpers/screen.js';
import {probeContext} from '../../../probes/probe-context.js';
import {screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (record: MachineRecord = {}, isInEffect = false) => {
	const {props, sent} = screenOn(record);
	const progress = {...props.progress, isInEffect};
	screen = mount(<GenerationsScreen {...props} progress={progress} />);
	return sent;
};
const policy = await probeContext().policy;
const generations = [recordedGeneration(10, policy), recordedGeneration(9, policy)];

test('lists what was kept, newest first, and opens the one that is chosen', async () => {
	const sent = open({generations});
	await screen.shows(/▸ +10 {2}2026-11-20 14:02 UTC {2}jsmith from 10\.40\.0\.7/);
	screen.type(keys.down + keys.enter);
	assert.deepEqual(sent, [{type: 'chose-generation', generation: generations[1]}]);
});

test('says which one is in effect', async () => {
	open({generations}, true);
	await screen.shows(/10 {2}2026.*, in effect\n[^,]*, \d+ changes? *\n/);
});

for (const record of [{}, {generations}]) {
	test(`with ${record.generations?.length ?? 0} of them, Esc leads back`, async () => {
		const sent = open(record);
		await screen.shows(/Nothing was kept yet|jsmith/);
		screen.type(keys.escape);
		await untilSent(sent);
		assert.deepEqual(sent, [{type: 'went-back'}]);
	});
}
