import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {limitsOfDestinations, wayOutOfLimits} from '../../../../source/answers/limits.js';
import type {Machine} from '../../../../source/machine.js';
import {unicodeMarks} from '../../../../source/reports/marks.js';
import {StepScreen} from '../../../../source/wizard/screens/step/step-screen.js';
import {outbound} from '../../../../source/wizard/steps/outbound.js';
import {LookContext} from '../../../../source/wizard/widgets/look.js';
import type {MachineRecord} from '../../../helpers/recorded-machine.js';
import {observedTo} from '../../../helpers/recorded-observation.js';
import {keys, mount} from '../../../helpers/screen.js';
import {exampleDraft, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (record: MachineRecord = {}, changes: Partial<Machine> = {}) => {
	const {props, sent, machine} = screenOn(record, exampleDraft);
	screen = mount(
		<LookContext value={{marks: unicodeMarks, columns: 80, rows: 24}}>
			<StepScreen {...props} machine={{...machine, ...changes}} step={outbound} />
		</LookContext>,
		{columns: 80, rows: 24},
	);
	return {sent, asked: machine.asked};
};
const words = () => screen.text().replaceAll(/\s+/g, ' ');
const begun = (asked: readonly string[]) => asked.includes('start observation');

test('what each choice means, and what it cannot do, is told before it is chosen', async () => {
	open();
	await screen.shows(/▸ only the listed ports, to any address/);
	assert.match(words(), /cannot keep a program .* from sending data to strangers/);
	screen.type(keys.down);
	await screen.shows(/▸ only the listed destinations, by name/);
	for (const text of [...limitsOfDestinations.map(limit => limit.text), wayOutOfLimits]) {
		assert.ok(words().includes(text), text);
	}

	screen.type(keys.down);
	await screen.shows(/▸ not filtered/);
	assert.match(words(), /cannot keep any program on this server from reaching anybody/);
});

test('Enter takes the one that is pointed at', async () => {
	const {sent} = open();
	screen.type(keys.down + keys.enter);
	await screen.shows(/▸ only the listed destinations/);
	assert.deepEqual(
		sent.flatMap(event => (event.type === 'answered' ? [event.patch] : [])),
		[{outbound: {mode: 'destinations'}}],
	);
});

test('what was seen and would be cut off stands under it, and which on ?', async () => {
	open({observed: observedTo(['telemetry.example', 'license.looker.com'])});
	screen.type(keys.down);
	await screen.shows(/! cuts off 1 destination seen since 2026-11-22 14:02 UTC/);
	screen.type('?');
	await screen.shows(/telemetry\.example \(203\.0\.113\.1\) 443\/tcp/);
	assert.doesNotMatch(screen.text(), /license\.looker\.com \(203/);
});

test('where nobody has observed, O begins, and says what that does not do', async () => {
	const {asked} = open();
	await screen.shows(
		/O counts where this server goes, and drops nothing[\s\S]*O observe/,
	);
	screen.type(keys.down);
	await screen.shows(/nobody has observed yet what this would cut off/);
	assert.ok(!begun(asked));
	screen.type('o');
	await screen.shows(/From now on it is counted/);
	assert.match(words(), /changes no rule and drops nothing\. Look with "analytics-setup/);
	assert.ok(begun(asked));
});

for (const [name, until, said] of [
	['goes on', undefined, /Observed since 2026-11-22 14:02 UTC, and it goes on/],
	['has ended', Date.UTC(2026, 10, 24), /observe start" forgets that and begins anew/],
] as const) {
	test(`O forgets nothing of an observation that ${name}`, async () => {
		const {asked} = open({observed: observedTo(['telemetry.example'], {until})});
		screen.type('O');
		await screen.shows(/Observed (?:since|from)/);
		assert.match(words(), said);
		assert.ok(!begun(asked));
	});
}

test('where the kernel cannot be asked to count, O is not offered', async () => {
	open({}, {observation: undefined});
	await screen.shows(/In the vendor's list/);
	assert.doesNotMatch(screen.text(), /O observe|O counts/);
	screen.type('o');
	await screen.shows(/▸ only the listed ports/);
});
