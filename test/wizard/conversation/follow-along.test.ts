import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {SessionNews, SessionView} from '../../../source/session/messages.js';
import {followAlong} from '../../../source/wizard/conversation/follow-along.js';
import {overheard} from '../../../source/wizard/conversation/overheard.js';
import {type RecordedTalk, recordedTalk} from '../../helpers/recorded-talk.js';
import {exampleView} from '../../session/example-view.js';

let talk: RecordedTalk;
afterEach(() => talk.end());

const view: SessionView = {
	...exampleView,
	by: {user: 'jsmith', from: '10.40.0.7'},
	frame: '',
};

const follow = (first: Partial<SessionView> = {}, released?: AbortSignal) => {
	const queue: SessionNews[] = [];
	let wake: () => void = () => undefined;
	const taken: string[] = [];
	async function* news() {
		for (;;) {
			const next = queue.shift();
			if (next === undefined) {
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			} else {
				yield next;
				if (next.state !== 'open') {
					return;
				}
			}
		}
	}

	talk = recordedTalk();
	const end = followAlong(
		{
			link: {
				view: {...view, ...first},
				news: news(),
				takeOver: ({user = ''}) => taken.push(user),
				close: () => undefined,
			},
			person: {user: 'root', from: undefined},
			released,
		},
		talk,
	);
	return {
		end,
		taken,
		tell(told: SessionNews) {
			queue.push(told);
			wake();
		},
	};
};

test('tells who is in the wizard, where, and when that changes', async () => {
	const {tell} = follow();
	await talk.says(
		/jsmith from 10\.40\.0\.7 has been in the wizard since 2026-11-22 14:02 UTC/,
	);
	await talk.says(/The other session is at page 2: Viewers\./);
	tell({...view, page: 'review'});
	await talk.says(/The other session is at the review\./);
	tell({...view, isApplying: true});
	await talk.says(/The other session puts rules into effect\./);
});

test('it is taken over only when that is meant, and goes on at the same page', async () => {
	const {end, taken, tell} = follow();
	await talk.answer(/What next/, 'go on here');
	await talk.says(/Go on here, and end the other session\?/);
	await talk.answer(/^Number/, '2');
	await talk.answer(/What next/, 'g');
	await talk.answer(/^Number/, '1');
	await talk.says(/The other session is asked to let go\./);
	assert.deepEqual(taken, ['root']);
	tell({state: 'taken-over', by: {user: 'root', from: undefined}});
	assert.deepEqual(await end, {next: 'go-on', page: 'viewers'});
});

test('rules that are half in effect are not taken over', async () => {
	const {taken} = follow({isApplying: true});
	await talk.answer(/What next/, 'g');
	await talk.says(/It cannot be taken over now\./);
	assert.deepEqual(taken, []);
});

test('its end is told, and Enter goes on here', async () => {
	const {end, tell} = follow();
	await talk.says(/You can type go on here/);
	tell({state: 'left'});
	await talk.says(/jsmith from 10\.40\.0\.7 has left the setup\./);
	await talk.answer(/Press Enter to go on here/, '');
	assert.deepEqual(await end, {next: 'go-on', page: undefined});
});

for (const [name, ending] of [
	['while it goes on', undefined],
	['after its end', {state: 'left'}],
] as const) {
	test(`whoever is released ${name} is not asked any more`, async () => {
		const released = new AbortController();
		const {end, tell} = follow({}, released.signal);
		await talk.says(/You can type/);
		if (ending !== undefined) {
			tell(ending);
			await talk.says(/has left the setup/);
		}

		released.abort();
		assert.deepEqual(await end, {next: 'leave', isInterrupted: false});
	});
}

for (const [name, leave, isInterrupted] of [
	['"quit"', () => talk.answer(/What next/, 'quit'), false],
	['"<"', () => talk.answer(/What next/, '<'), false],
	['Ctrl-C', () => talk.interrupt(), true],
] as const) {
	test(`${name} leaves it alone`, async () => {
		const {end} = follow();
		await talk.says(/You can type/);
		await leave();
		assert.deepEqual(await end, {next: 'leave', isInterrupted});
	});
}

test('those who look on read along what is said and answered, but no secret', async () => {
	talk = recordedTalk();
	const frames: string[] = [];
	const own = overheard(talk, {tell: ({frame}) => frames.push(frame ?? '')});
	own.tell('What is the name?');
	const name = own.ask('Name: ');
	await talk.answer(/Name/, 'analytics');
	await name;
	const secret = own.ask('Password: ', {isSecret: true});
	await talk.answer(/Password/, 'Tr0ub4dor&3');
	await secret;
	assert.equal(frames.at(-1), 'What is the name?\nName: analytics\nPassword: ');
});
