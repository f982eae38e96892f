import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Reply} from '../../../../source/flow/inquiries/inquiry.js';
import type {Heard} from '../../../../source/wizard/inquiries/heard.js';
import {triedLines} from '../../../../source/wizard/screens/step/tried-lines.js';
import {time} from '../../../../source/wizard/steps/time.js';

const gone: Reply = {
	...{destination: 'ntp.uni.edu', address: null, verdict: 'fail', cause: 'dns.nxdomain'},
	...{owner: 'dns', detail: 'no such name in the DNS', remedy: 'Check the spelling.'},
};
const heard = (reply: Reply | undefined): Heard => ({
	...{path: 'time.servers[1]', key: '', reply, isTrying: false},
});
const text = (replies: ReadonlyArray<Reply | undefined>) =>
	triedLines(time, replies.map(heard), 78).map(line => line.text);

test('what does not work is told with what to do', () => {
	assert.deepEqual(text([gone]), [
		'What was tried just now',
		'Time servers ntp.uni.edu: no such name in the DNS. Check the spelling.',
		'',
	]);
});

test('what works, or is not known yet, needs no words', () => {
	assert.deepEqual(text([{...gone, verdict: 'pass'}, undefined]), []);
});

test('long remedies are broken into lines', () => {
	const remedy = 'Ask your DNS team to add the name. '.repeat(5).trim();
	assert.ok(text([{...gone, remedy}]).length > 4);
});
