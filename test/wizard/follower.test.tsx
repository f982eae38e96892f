import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {unicodeMarks} from '../../source/reports/marks.js';
import type {SessionNews, SessionView} from '../../source/session/messages.js';
import type {SessionLink} from '../../source/session/session-link.js';
import {Follower} from '../../source/wizard/follower.js';
import {keys, mount} from '../helpers/screen.js';
import {exampleView} from '../session/example-view.js';

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

/** A session that says what a test tells it. */
const open = (change: Partial<SessionView> = {}) => {
	const asked: string[] = [];
	const told: SessionNews[] = [];
	let wake: () => void = () => undefined;
	const news = async function* () {
		for (;;) {
			const next = told.shift();
			if (next !== undefined) {
				yield next;
				continue;
			}

			const {promise, resolve} = Promise.withResolvers<void>();
			wake = resolve;
			await promise;
		}
	};

	const view = {...exampleView, ...change};
	const link: SessionLink = {
		view,
		news: news(),
		takeOver: by => asked.push(`taken over by ${by.user}`),
		close: () => undefined,
	};
	screen = mount(<Follower link={link} person={{user: 'root'}} marks={unicodeMarks} />);
	const tell = (next: SessionNews) => {
		told.push(next);
		wake();
	};

	return {asked, tell};
};

const asks = async (words: RegExp) => {
	await screen.shows(/G go on here/);
	screen.type('g');
	await screen.shows(words);
};

test('shows the screen of the other session as it changes', async () => {
	const {tell} = open();
	await screen.shows(
		/Which networks\?\n10\.20\.0\n[\s\S]*Session of jsmith from 10\.40\.0\.8/,
	);
	tell({...exampleView, frame: 'Which are your AppsAnywhere servers?'});
	await screen.shows(/^Which are your AppsAnywhere servers/);
});

test('keeps the empty lines of a screen, and its own two at the bottom', async () => {
	open({
		frame: Array.from({length: 24}, (_, row) => (row % 2 ? '' : `row ${row}`)).join('\n'),
	});
	await screen.shows(/row 20\n\n─{80}\n Session of .* Q leave$/);
	assert.equal(screen.text().split('\n')[20], 'row 20');
});

test('of a higher screen shows the part in which its cursor stands', async () => {
	const rows = Array.from({length: 50}, (_, row) => `row ${row}.`);
	const cursor = '\u001B[4m\u001B[7m \u001B[27m\u001B[24m';
	open({frame: rows.toSpliced(40, 1, `row 40.${cursor}`).join('\n'), rows: 50});
	await screen.shows(/^row 19\.[\s\S]*row 40\. *\n── its window is larger, 80 by 50/);
});

test('takes over only after a question', async () => {
	const {asked} = open();
	await asks(/Go on here, and end the other session\?/);
	assert.deepEqual(asked, []);
	screen.type(keys.escape);
	await screen.shows(/read-only/);
	await asks(/Go on here, and end/);
	screen.type(keys.enter);
	await screen.shows(/waiting for the other session/);
	assert.deepEqual(asked, ['taken over by root']);
});

for (const [name, change, words] of [
	[
		'rules are put into effect',
		{isApplying: true},
		/must not be cut off[\s\S]*▸ Look on/,
	],
	['rules are on trial', {isOnTrial: true}, /on trial[\s\S]*▸ Show the trial here/],
] as const) {
	test(`while ${name} it cannot`, async () => {
		const {asked} = open(change);
		await asks(words);
		screen.type(keys.enter);
		assert.deepEqual(asked, []);
	});
}

test('rules that are put into effect meanwhile withdraw the question', async () => {
	const {tell, asked} = open();
	await asks(/▸ Go on here/);
	tell({...exampleView, isApplying: true});
	await screen.shows(/It cannot be taken over now[\s\S]*▸ Look on/);
	screen.type(keys.enter);
	await screen.shows(/read-only/);
	assert.deepEqual(asked, []);
});

for (const [name, end, words] of [
	['left', {state: 'left'}, /has left the setup[\s\S]*Enter goes on here/],
	['lost', {state: 'lost'}, /was lost[\s\S]*Enter goes on here/],
	[
		'taken over by somebody else',
		{state: 'taken-over', by: {user: 'mlee', from: '10.40.0.9'}},
		/mlee from 10\.40\.0\.9 goes on[\s\S]*Enter looks on at that one/,
	],
] as const) {
	test(`says that the other session was ${name}, and what Enter does`, async () => {
		const {tell} = open();
		await screen.shows(/read-only/);
		tell(end);
		await screen.shows(words);
	});
}

test('says that rules of a session that was left are on trial', async () => {
	const {tell} = open({isOnTrial: true});
	await screen.shows(/read-only/);
	tell({state: 'left'});
	await screen.shows(/New rules are on trial\. Enter shows that/);
});
