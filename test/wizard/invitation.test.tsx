import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {asciiMarks} from '../../source/reports/marks.js';
import {Invitation} from '../../source/wizard/invitation.js';
import {InvitationScreen} from '../../source/wizard/screens/sessions/invitation-screen.js';
import {LookContext} from '../../source/wizard/widgets/look.js';
import {keys, mount, untilSent} from '../helpers/screen.js';
import {addressOf} from '../probes/recorded-network.js';
import {
	exampleHolder,
	exampleSurroundings,
	recordedNews,
} from './recorded-surroundings.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (notice: readonly string[] = []) => {
	const {news, tell} = recordedNews();
	screen = mount(
		<Invitation
			first={exampleSurroundings}
			news={news}
			notice={notice}
			marks={asciiMarks}
		/>,
	);
	return tell;
};

/** The same without what ends the program, to see what its keys ask for. */
const openKeys = (holder = exampleSurroundings.holder) => {
	const wishes: string[] = [];
	screen = mount(
		<LookContext value={{marks: asciiMarks, columns: 80, rows: 24}}>
			<InvitationScreen
				surroundings={{...exampleSurroundings, holder}}
				notice={[]}
				onSetUp={() => wishes.push('set up')}
				onLogIn={() => wishes.push('log in')}
			/>
		</LookContext>,
	);
	return wishes;
};

test('says which server this is, and what the two keys do', async () => {
	open();
	await screen.shows(/analytics\.uni\.edu \| not set up\n/);
	await screen.shows(/This server is not set up yet\./);
	await screen.shows(/Host name +analytics\.uni\.edu\n +Addresses +10\.10\.0\.10/);
	await screen.shows(/Enter set this server up \| L login prompt$/);
});

test('says what became of rules that were on trial when the power failed', async () => {
	open(['The last change was taken back at 2026-11-22 14:02 UTC.']);
	await screen.shows(/! The last change was taken back at 2026-11-22 14:02 UTC\./);
});

test('shows an address as soon as there is one', async () => {
	const tell = open();
	tell({facts: {hostname: 'vm', addresses: []}});
	await screen.shows(/Addresses +none yet; the setup can begin without one/);
	tell({facts: {hostname: 'vm', addresses: [addressOf('2001:db8::10')]}});
	await screen.shows(/Addresses +2001:db8::10/);
});

test('says who is in the setup at another console, and that they have left', async () => {
	const tell = open();
	tell({holder: exampleHolder});
	await screen.shows(
		/! Somebody is in the setup at serial console ttyS0, since 14:02 UTC\./,
	);
	await screen.shows(/Enter look on \| L login prompt$/);
	tell({});
	await screen.shows(/Enter set this server up/);
	assert.doesNotMatch(screen.text(), /Somebody/);
});

for (const [name, key] of [
	['L', 'l'],
	['Q', 'Q'],
	['Ctrl-C', keys.interrupt],
	['Ctrl-D', '\u0004'],
] as const) {
	test(`${name} gives the login prompt`, async () => {
		const wishes = openKeys();
		await screen.shows(/L login prompt/);
		screen.type(key);
		await untilSent(wishes);
		assert.deepEqual(wishes, ['log in']);
	});
}

test('Enter sets the server up, or looks on, but does nothing beside a command', async () => {
	const free = openKeys();
	await screen.shows(/Enter set/);
	screen.type(keys.enter);
	await untilSent(free);
	assert.deepEqual(free, ['set up']);
	screen.unmount();
	const busy = openKeys({...exampleHolder, doing: '"analytics-setup apply"'});
	await screen.shows(/is in "analytics-setup apply" at[\s\S]*\n L login prompt$/);
	screen.type(`${keys.enter}l`);
	await untilSent(busy);
	assert.deepEqual(busy, ['log in']);
});
