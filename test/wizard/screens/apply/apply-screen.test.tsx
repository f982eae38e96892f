import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../../source/failure.js';
import type {WizardEvent} from '../../../../source/wizard/progress.js';
import {ApplyScreen} from '../../../../source/wizard/screens/apply/apply-screen.js';
import type {MachineRecord} from '../../../helpers/recorded-machine.js';
import {keys, mount, untilSent} from '../../../helpers/screen.js';
import {asInEffect} from '../../../probes/probe-context.js';
import {reviewedOn, screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = async (record: MachineRecord = {}) => {
	const {props, sent, machine} = screenOn(record);
	const reviewed = await reviewedOn(props);
	screen = mount(<ApplyScreen {...props} reviewed={reviewed} accepted={[]} />);
	return {sent, asked: machine.asked};
};
const refused = () =>
	Promise.reject(
		new Failure(
			'firewall.refused',
			'The kernel refuses the rules. Nothing was changed.',
			{
				remedies: ['Send /var/lib/analytics-setup/log to support.'],
			},
		),
	);

const sentEvent = async (sent: readonly WizardEvent[]) => {
	await untilSent(sent);
	return sent[0];
};

test('shows the stages as they pass, and then goes on trial', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const {sent, asked} = await open({applying: () => promise});
	await screen.shows(/● The connections that work now are noted/);
	assert.match(screen.text(), /✓ The kernel checks[\s\S]*✓ Real packets/);
	assert.match(screen.text(), /○ Every address is read back from the kernel +to come/);
	assert.deepEqual(sent, []);
	resolve();
	await screen.shows(/✓ The guard[\s\S]*✓ .*loaded[\s\S]*✓ .*read back/);
	const event = await sentEvent(sent);
	assert.equal(event?.type, 'went-on-trial');
	assert.ok(asked.includes('rehearse'));
	assert.ok(!asked.includes('save answers'), 'nothing is kept before somebody keeps it');
});

test('what is in effect already needs no trial', async () => {
	const {props} = screenOn();
	const {plan} = await reviewedOn(props);
	const {sent} = await open({inEffect: asInEffect()(plan.policy)});
	assert.deepEqual(await sentEvent(sent), {
		type: 'ended',
		aftermath: {
			isKept: true,
			said: 'The rules were in effect already; they are kept with these answers.',
			problems: [],
		},
	});
});

test('files are only written, and nothing is on trial', async () => {
	const {sent} = await open({backend: 'files'});
	const event = await sentEvent(sent);
	assert.ok(event?.type === 'ended');
	assert.match(event.aftermath.said, /Only written to \S+; nothing takes effect/);
});

test('cannot be left halfway', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const {sent} = await open({applying: () => promise});
	await screen.shows(/● The connections that work now/);
	screen.type(keys.interrupt);
	screen.type(keys.enter);
	screen.type(`${keys.escape}q`);
	assert.deepEqual(sent, []);
	resolve();
	assert.equal((await sentEvent(sent))?.type, 'went-on-trial');
});

test('a failure is shown with what to do, and Esc leads back', async () => {
	const {sent, asked} = await open({applying: refused});
	await screen.shows(/✗ The kernel refuses the rules\. Nothing was changed\./);
	await screen.shows(/Send \/var\/lib\/analytics-setup\/log to support\./);
	assert.match(screen.text(), /Esc back/);
	assert.doesNotMatch(screen.text(), /Putting the rules into effect/);
	assert.ok(!asked.includes('save answers'));
	assert.deepEqual(sent, []);
	screen.type(keys.escape);
	await untilSent(sent);
	assert.deepEqual(sent, [{type: 'went-back'}]);
});

test('a failure stays until Esc: other keys do not sweep it away', async () => {
	const {sent} = await open({applying: refused});
	await screen.shows(/The kernel refuses/);
	for (const key of [keys.down, keys.tab, keys.backspace]) {
		screen.type(key);
	}

	assert.deepEqual(sent, []);
});

test('an SSH client who would be locked out is never cut off', async () => {
	const {asked} = await open({sshClient: '10.99.0.7'});
	await screen.shows(/10\.99\.0\.7/);
	await screen.shows(/Nothing\s+was\s+changed/);
	assert.ok(!asked.includes('begin'));
});
