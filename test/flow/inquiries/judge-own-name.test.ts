import assert from 'node:assert/strict';
import {test} from 'node:test';
import {judgeOwnName} from '../../../source/flow/inquiries/judge-own-name.js';
import {addressOf} from '../../probes/recorded-network.js';

const own = ['10.10.0.10', '2001:db8:10::10'].map(addressOf);

for (const [led, cause, detail] of [
	[['10.10.0.10'], null, '10.10.0.10, this server'],
	[['10.10.0.10', '2001:db8:10::10'], null, '10.10.0.10, 2001:db8:10::10, this server'],
	[['127.0.0.1', '10.10.0.10'], null, '127.0.0.1, 10.10.0.10, this server'],
	[
		['127.0.1.1'],
		'dns.elsewhere',
		'127.0.1.1: it leads to this server only on this server itself',
	],
	[['10.99.0.9'], 'dns.elsewhere', '10.99.0.9, not an address of this server'],
	[['10.10.0.10', '10.99.0.9'], 'dns.elsewhere', 'this server, but 10.99.0.9 too'],
] as const) {
	test(`a name that leads to ${led.join(' and ')}: ${detail}`, () => {
		const judged = judgeOwnName(led.map(addressOf), own);
		assert.deepEqual([judged.cause, judged.detail], [cause, detail]);
	});
}
