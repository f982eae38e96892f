import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {answeredBut, type Held, holdConversation} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const reachSql = async (...[record]: Parameters<typeof holdConversation>) => {
	held = holdConversation(record, answeredBut('sql'));
	await held.answer(/Press Enter/, '');
	await held.answer(/^Host/, 'mssql.uni.edu');
	await held.answer(/^Port/, '');
	await held.answer(/^Named instance/, '');
	await held.answer(/^Number/, '');
};
const silent = {
	names: {'mssql.uni.edu': ['10.60.0.11']},
	dials: {'10.60.0.11:1433': 'timeout'},
} as const;

test('what a page names is tried, and what came of it is told', async () => {
	await reachSql({});
	await held.says(/Trying 1 answer\. Press Enter to go on without waiting\./);
	await held.says(/mssql\.uni\.edu, .*SQL Server/);
	await held.says(/Page 6 of 9: Mail/);
});

test('what fails may be kept with a reason, which is kept with it', async () => {
	await reachSql({network: silent});
	await held.says(/fail: mssql\.uni\.edu, .*no answer/);
	await held.says(/Something here does not work yet\. It may be kept all the same/);
	await held.answer(/^Kept because/, 'opened on Monday');
	await held.says(/Page 6 of 9: Mail/);
	assert.deepEqual(held.machine.lastDraft()?.answers.notes, {
		'sql.host': 'opened on Monday',
	});
});

test('no reason is needed, and "<" leads back to what fails', async () => {
	await reachSql({network: silent});
	await held.answer(/^Kept because/, '<');
	await held.answer(/^Host/, '');
	await held.answer(/^Port/, '');
	await held.answer(/^Named instance/, '');
	await held.answer(/^Number/, '');
	await held.answer(/^Kept because/, '');
	await held.says(/Page 6 of 9: Mail/);
	assert.deepEqual(held.machine.lastDraft()?.answers.notes ?? {}, {});
});

test('nobody has to wait for what hangs', async () => {
	await reachSql({
		network: {names: silent.names, dials: {'10.60.0.11:1433': 'never'}},
	});
	await held.callOut('');
	await held.says(/Page 6 of 9: Mail/);
});

test('"<" gives the trying up, and asks the last question again', async () => {
	await reachSql({
		network: {names: silent.names, dials: {'10.60.0.11:1433': 'never'}},
	});
	await held.callOut('<');
	await held.says(/UDP 1433:\n1: /);
});
