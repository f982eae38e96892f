import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {Aftermath} from '../../../../source/wizard/place.js';
import {EndedScreen} from '../../../../source/wizard/screens/apply/ended-screen.js';
import {keys, mount} from '../../../helpers/screen.js';
import {screenOn} from '../open-screen.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (aftermath: Aftermath) => {
	const {props, sent} = screenOn();
	screen = mount(<EndedScreen {...props} aftermath={aftermath} progressLine={null} />);
	return sent;
};
const said = 'Nobody kept the new rules in time.';

test('what was taken back is said in so many words, and why', async () => {
	const sent = open({isKept: false, said, problems: []});
	await screen.shows(/The old rules are back[\s\S]*Nobody kept the new rules in time\./);
	assert.match(screen.text(), /Everything was put back/);
	screen.type(keys.enter);
	assert.deepEqual(sent, [{type: 'went-back'}]);
});

test('what could not be put back is never called whole', async () => {
	open({isKept: false, said, problems: ['firewalld does not answer.']});
	await screen.shows(/The old rules are not back whole/);
	assert.match(screen.text(), /✗ firewalld does not answer\./);
	assert.match(screen.text(), /analytics-setup rollback/);
	assert.doesNotMatch(screen.text(), /Everything was put back/);
});

test('what is kept with something left undone says both', async () => {
	open({
		isKept: true,
		said: 'Generation 4 is in effect.',
		problems: ['The disk is full.'],
	});
	await screen.shows(/Kept, but not all could be done/);
	assert.match(screen.text(), /Generation 4 is in effect\.[\s\S]*✗ The disk is full\./);
	assert.match(screen.text(), /Enter see the results/);
});
