import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {Failure} from '../../../source/failure.js';
import {ApplyScreen} from '../../../source/wizard/screens/apply-screen.js';
import {exampleAnswers, type MachineRecord} from '../../helpers/recorded-machine.js';
import {keys, mount, until} from '../../helpers/screen.js';
import {screenOn} from './open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = async (record: MachineRecord = {}) => {
	const {props, sent, machine} = screenOn(record);
	const plan = await props.flow.planFor(exampleAnswers);
	screen = mount(<ApplyScreen {...props} answers={exampleAnswers} plan={plan} />);
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

test('shows the stages as they pass, and then goes to the results', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const {sent, asked} = await open({applying: () => promise});
	await screen.shows(/● The kernel checks the new rules/);
	assert.doesNotMatch(screen.text(), /read back/);
	assert.deepEqual(sent, []);
	resolve();
	await screen.shows(/✓ The rules are saved for the next start/);
	assert.match(screen.text(), /✓ The kernel checks[\s\S]*✓ .*loaded[\s\S]*✓ .*read back/);
	await until(
		() => sent.length > 0,
		() => 'nothing sent',
	);
	assert.deepEqual(sent, [{type: 'applied'}]);
	assert.deepEqual(
		asked.filter(line => !line.startsWith('resolve')),
		['apply', 'save answers', 'discard draft'],
	);
});

test('cannot be left halfway', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const {sent} = await open({applying: () => promise});
	await screen.shows(/The kernel checks/);
	screen.type(keys.interrupt);
	screen.type(keys.enter);
	screen.type(`${keys.escape}q`);
	assert.deepEqual(sent, []);
	resolve();
	await until(
		() => sent.length > 0,
		() => 'nothing sent',
	);
	assert.deepEqual(sent, [{type: 'applied'}]);
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
	await until(
		() => sent.length > 0,
		() => 'nothing sent',
	);
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
	assert.ok(!asked.includes('apply'));
});
