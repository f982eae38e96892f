import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {limitsOfDestinations} from '../../../source/answers/limits.js';
import {observedTo} from '../../helpers/recorded-observation.js';
import {answeredBut, type Held, holdConversation} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const reachOutbound = async (record: Parameters<typeof holdConversation>[0] = {}) => {
	held = holdConversation(record, answeredBut('outbound'));
	await held.answer(/Press Enter/, '');
	await held.says(/Page 8 of 9: Outbound\./);
};

test('what each choice means, and what it cannot do, is told before the question', async () => {
	await reachOutbound();
	await held.says(/Outbound:\n1: only the listed ports, to any address\./);
	const [before = ''] = held.text().split('\nOutbound:');
	for (const {text} of limitsOfDestinations) {
		assert.ok(before.includes(text), text);
	}

	assert.match(before, /not filtered: Nothing is cut off\./);
});

test('"observe" begins to count, and asks again', async () => {
	await reachOutbound();
	await held.says(/The word observe counts .* changes no rule and drops nothing\./);
	await held.answer(/^Number/, 'Observe');
	await held.says(/From now on it is counted where this server goes/);
	assert.ok(held.machine.asked.includes('start observation'));
	await held.answer(/^Number/, '1');
	await held.says(/Page 9 of 9: Review\./);
});

test('what would be cut off is told on the page, and first in the review', async () => {
	await reachOutbound({observed: observedTo(['telemetry.example'])});
	await held.answer(/^Number/, '2');
	await held.says(/warn: [Cc]uts off 1 destination seen since .* UTC\.\ntelemetry\.exam/);
	await held.says(
		/What to know first\.[\s\S]*Outbound: cuts off 1 destination seen since .*\n?.*telemetry\.example[\s\S]*What you answered/,
	);
	await held.says(/Page 8, Outbound: only the destinations of the list, by name/);
});
