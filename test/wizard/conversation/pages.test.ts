import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {answeredBut, type Held, holdConversation} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const begin = async (...[record, start]: Parameters<typeof holdConversation>) => {
	held = holdConversation(record, start);
	await held.answer(/Press Enter to/, '');
};
const upToViewers = async () => {
	await begin();
	await held.answer(/^Name/, '');
	await held.says(/Page 2 of 9: Viewers\./);
};
const entries = (count: number) =>
	Array.from({length: count}, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);

test('a page tells where we are, what is asked, what for, and what it feeds', async () => {
	await upToViewers();
	await held.says(
		/Page 2 of 9: Viewers\.\nWhich networks do the Analytics viewers use\?\nOnly these may open 9999\/tcp .*\nIn the vendor's list: 9999 TCP inbound\./,
	);
	await held.says(/Networks: one or many on a line, for example 10\.20\.0\.0\/16\./);
});

test('Enter keeps what is there, and says what that is', async () => {
	await begin();
	await held.says(
		/Name, for example analytics\.uni\.edu\. Enter keeps analytics\.uni\.edu\./,
	);
	await held.answer(/^Name/, '');
	await held.answer(
		/^Networks/,
		'10.20.0.0/16',
		'10.24.8.0/22 10.31.0.0/16 10.32.0.0/16',
		'',
	);
	await held.answer(/^Servers/, '<');
	await held.says(
		/The list has 4 entries: 10\.20\.0\.0\/16, 10\.24\.8\.0\/22, 10\.31\.0\.0\/16 and 1 more\. An empty line keeps it\./,
	);
});

test('a fault is told as a sentence, and the question asked again', async () => {
	await begin();
	await held.answer(/^Name/, 'bad_name');
	await held.says(/"bad_name" has a character other than letters/);
	await held.answer(/^Name/, 'good.uni.edu');
	await held.says(/Page 2 of 9/);
});

for (const word of ['<', 'back', ' BACK '] as const) {
	test(`"${word}" goes to the question before, and from the first one to the page before`, async () => {
		await begin();
		await held.answer(/^Name/, '');
		await held.answer(/^Networks/, '10.20.0.0/16', '');
		await held.answer(/^Servers/, '10.30.0.10', '');
		await held.answer(/^Number/, '1');
		await held.answer(/^Sources/, word);
		await held.says(/1: open, for these sources only\./);
		await held.answer(/^Number/, word);
		await held.says(/Page 3 of 9: Servers\.[\s\S]*The list has 1 entry: 10\.30\.0\.10/);
	});
}

for (const word of ['?', 'help'] as const) {
	test(`"${word}" tells the longer story, and what to type anywhere`, async () => {
		await upToViewers();
		await held.answer(/^Networks/, word);
		await held.says(/A firewall rule says from where a connection may come/);
		await held.says(/For example: networks 10\.20\.0\.0\/16/);
		await held.says(/Type \? for help, < to go back, and quit to leave/);
		await held.answer(/^Networks/, '10.20.0.0/16', '');
		await held.says(/Page 3 of 9/);
	});
}

test('an entry is told with what is to be said of it; one with a fault is not added', async () => {
	await upToViewers();
	await held.answer(/^Networks/, '10.20.0.0/16');
	await held.says(/Added 10\.20\.0\.0\/16, 65,536 addresses\./);
	await held.answer(/^Networks/, '10.20.4.0/24, 10.300');
	await held.says(/10\.20\.4\.0\/24: already inside 10\.20\.0\.0\/16/);
	await held.says(/Not added: "10\.300" is not an IPv4 address/);
	await held.answer(/^Networks/, 'list');
	await held.says(/The list has 2 entries\.\n1: 10\.20\.0\.0\/16.*\n2: 10\.20\.4\.0\/24/);
});

for (const [what, typed] of [
	['itself', '-10.20.0.0/16'],
	['its number', '-1'],
	['its number after a space', '- 1'],
] as const) {
	test(`an entry is taken away by ${what}`, async () => {
		await upToViewers();
		await held.answer(/^Networks/, '10.20.0.0/16 10.24.8.0/22', typed);
		await held.says(
			/Took 10\.20\.0\.0\/16 away\. The list has 1 entry: 10\.24\.8\.0\/22\./,
		);
	});
}

test('what is not in the list cannot be taken away', async () => {
	await upToViewers();
	await held.answer(/^Networks/, '-7');
	await held.says(/"7" is not in the list, so nothing was taken away/);
});

test('a thousand lines at once are told in one sentence, and read out a few at a time', async () => {
	await upToViewers();
	await held.answer(/^Networks/, entries(1000).join('\n'));
	await held.says(/Added 1,000 entries; the list has 1,000 now\./);
	await held.answer(/^Networks/, 'list');
	await held.says(/10: 10\.0\.9\.0\/24.*\nType list 11 to hear the next ones\.$/);
	await held.answer(/^Networks/, 'list 999');
	await held.says(/999: 10\.3\.230\.0\/24.*\n1000: 10\.3\.231\.0\/24[^\n]*$/);
});

test('of many remarks the first ones are told, and how many more there are', async () => {
	await upToViewers();
	await held.answer(
		/^Networks/,
		entries(8)
			.map(entry => entry.replace('.0/24', '.400/24'))
			.join('\n'),
	);
	await held.says(/(?:Not added: .*\n){5}And 3 more that were not added\./);
});

test('an empty line in the middle of a paste does not end the list', async () => {
	await upToViewers();
	await held.answer(/^Networks/, '10.20.0.0/16\n\n10.24.8.0/22');
	await held.says(/Added 2 entries/);
	await held.answer(/^Networks/, '10.25.0.0/16\n');
	await held.says(/Page 3 of 9/);
});

test('a list is left empty only by two empty lines', async () => {
	await upToViewers();
	await held.answer(/^Networks/, '');
	await held.says(/The list is empty\. An empty line once more leaves it so\./);
	await held.answer(/^Networks/, 'list');
	await held.answer(/^Networks/, '');
	await held.says(/An empty line once more/);
	await held.answer(/^Networks/, '');
	await held.says(/Page 3 of 9/);
});

test('a choice is a number; another word is told how to choose', async () => {
	await begin({}, answeredBut('support'));
	await held.says(/Page 4 of 9: Support\./);
	await held.says(
		/SSH:\n1: open, for these sources only\.\n2: closed for everybody.*\nType a number from 1 to 2; Enter keeps 1\./,
	);
	await held.answer(/^Number/, 'yes');
	await held.says(/Type a number from 1 to 2\. Type \? for help/);
	await held.answer(/^Number/, '2');
	await held.says(/Page 5 of 9|Page 9 of 9/);
});

test('what may be left out is told so, and a minus leaves it out again', async () => {
	await begin({}, answeredBut('sql'));
	await held.answer(/^Host/, '10.60.0.11');
	await held.answer(/^Port/, '');
	await held.says(
		/Named instance, for example ANALYTICS\. It may be left out; Enter does\./,
	);
	await held.answer(/^Named instance/, 'OTHER');
	await held.answer(/^Number/, '<');
	await held.says(/Enter keeps OTHER; - leaves it out\./);
	await held.answer(/^Named instance/, '-');
	await held.answer(/^Number/, '<');
	await held.says(/It may be left out; Enter does\./);
});

test('a file is read into the list; one that is not there is told', async () => {
	await begin({
		files: {'/root/networks.csv': 'name,network\nlab,10.20.0.0/16\nhall,10.24.8.0/22'},
	});
	await held.answer(/^Name/, '');
	await held.answer(/^Networks/, 'file /root/other.csv');
	await held.says(/This did not work\. /);
	await held.answer(/^Networks/, 'file /root/networks.csv');
	await held.says(/Added 2 entries; the list has 2 now\./);
});

test('what was typed is kept at once, and found again by the next session', async () => {
	await upToViewers();
	await held.answer(/^Networks/, '10.20.0.0/16');
	await held.says(/Added/);
	assert.deepEqual(held.machine.lastDraft()?.typed, {
		viewers: {'viewers.subnets': ['10.20.0.0/16']},
	});
	assert.equal(held.machine.lastDraft()?.answers.server?.hostname, 'analytics.uni.edu');
	const draft = held.machine.lastDraft();
	held.end();
	assert.ok(draft);
	held = holdConversation({}, {draft});
	await held.says(/You answered 1 of 8 pages before; Enter goes on where you stopped/);
	await held.answer(/Press Enter to go on/, '');
	await held.says(/Page 2 of 9: Viewers\.[\s\S]*The list has 1 entry: 10\.20\.0\.0\/16/);
});

test('whoever could not log in again is warned on the page about that', async () => {
	await begin({sshClient: '10.99.0.9'}, answeredBut('support'));
	await held.answer(/^Number/, '1');
	await held.answer(/^Sources/, '10.40.0.0/24', '');
	await held.says(/You are connected from 10\.99\.0\.9, which is not among them/);
});
