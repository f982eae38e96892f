import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {Answers} from '../../../../source/answers/schema.js';
import {countVerdicts, type ProbeRun} from '../../../../source/probes/probe-result.js';
import {LoginScreen} from '../../../../source/wizard/screens/results/login-screen.js';
import {exampleAnswers} from '../../../helpers/recorded-machine.js';
import {keys, mount, pasted, until} from '../../../helpers/screen.js';
import type {NetworkRecord} from '../../../probes/recorded-network.js';
import {sampleResult} from '../../../reports/sample-results.js';
import {screenOn} from '../open-screen.js';

const password = 'Tr0ub4dor&3';
const place = '192.0.2.1:1433';
const mailPlace = '192.0.2.1:587';
const results = [sampleResult(), sampleResult({id: 'mail', destination: 'smtp.uni.edu'})];
const run: ProbeRun = {
	schema: 1,
	startedAt: '2026-11-22T14:02:11.000Z',
	finishedAt: '2026-11-22T14:02:15.000Z',
	results,
	counts: countVerdicts(results),
};
const loggedIn = {
	sql: {
		outcome: 'logged-in',
		errors: [],
		database: 'master',
		code: undefined,
		milliseconds: 20,
	},
} as const;
const refused = {
	sql: {...loggedIn.sql, outcome: 'refused', errors: [{number: 18_456, words: 'No.'}]},
} as const;

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

type Opened = {
	readonly kind?: 'sql' | 'mail';
	readonly network?: NetworkRecord;
	readonly answers?: Answers;
	readonly before?: ProbeRun;
	readonly columns?: number;
	readonly rows?: number;
};

function open({
	kind = 'sql',
	network = {logins: {[place]: loggedIn}},
	answers = exampleAnswers,
	before = run,
	...size
}: Opened = {}) {
	const {props, machine} = screenOn({network});
	const runs: ProbeRun[] = [];
	const events: string[] = [];
	screen = mount(
		<LoginScreen
			kind={kind}
			answers={answers}
			flow={props.flow}
			run={before}
			status={props.status}
			onTried={found => runs.push(found)}
			onClose={() => events.push('closed')}
			onLeave={() => events.push('left')}
		/>,
		size,
	);
	return {runs, events, asked: machine.asked};
}
const words = () => screen.text().replaceAll(/\s+/g, ' ');

test('a password shows as marks while it is typed, and never as itself', async () => {
	open();
	await screen.shows(/User name +.*for example looker/);
	screen.type(`looker\r${password}`);
	await screen.shows(/Password +•{11}/);
	assert.doesNotMatch(screen.text(), /Tr0ub/);
	screen.type(keys.backspace.repeat(2));
	await screen.shows(/Password +•{9}$/m);
});

test('a password can be pasted, and keeps its spaces', async () => {
	const {asked} = open();
	await screen.shows(/Password/);
	screen.type('looker\r');
	screen.type(pasted(' two  spaces \n'));
	await screen.shows(/Password +•{13}/);
	assert.deepEqual(asked, []);
});

test('what came of it stands below, with what to do, and is handed on', async () => {
	const {runs} = open({network: {logins: {[place]: refused}}});
	await screen.shows(/Password/);
	screen.type(`looker\r${password}\r\r`);
	await screen.shows(/✗ fail: login: wrong user name or password/);
	assert.match(words(), /does not take this password for "looker"\. Type both again/);
	assert.deepEqual(
		runs.flatMap(found => found.results.map(({id, verdict}) => [id, verdict])),
		[
			['sql-tcp', 'pass'],
			['sql-login', 'fail'],
			['mail', 'pass'],
		],
	);
	assert.doesNotMatch(screen.text(), /Tr0ub/);
	assert.doesNotMatch(JSON.stringify(runs), /Tr0ub/);
});

test('after a try Enter tries again from any field, with what was corrected', async () => {
	const {asked} = open({network: {logins: {[place]: refused}}});
	await screen.shows(/Password/);
	screen.type(`looker\r${password}\r\r`);
	await screen.shows(/✗ fail/);
	screen.type(keys.up);
	screen.type(keys.clear);
	screen.type('another one\r');
	await until(
		() => asked.filter(each => each.startsWith('sql-login')).length === 2,
		() => screen.text(),
	);
});

test('it is said while it is tried, and Enter does not try twice', async () => {
	const {asked, events} = open({network: {dials: {[place]: 'never'}}});
	await screen.shows(/Password/);
	screen.type(`looker\r${password}\r\r\r\r`);
	await screen.shows(/Logging in/);
	screen.type('\r');
	screen.type(keys.escape);
	await until(
		() => events.length > 0,
		() => screen.text(),
	);
	assert.deepEqual(events, ['closed']);
	screen.unmount();
	await until(
		() => asked.includes(`given up ${place}`),
		() => asked.join('\n'),
	);
	assert.equal(asked.filter(each => each === `dial ${place}`).length, 1);
});

test('without a user name or a password nothing is tried', async () => {
	const {asked} = open();
	await screen.shows(/Password/);
	screen.type('\r\r\r');
	await screen.shows(/A user name is needed here/);
	screen.type('looker\r');
	await screen.shows(/The password is needed here/);
	assert.deepEqual(asked, []);
});

test('Tab goes round, and tries nothing', async () => {
	const {asked} = open();
	await screen.shows(/Enter next/);
	screen.type('looker\t');
	screen.type(`${password}\t\t\t`);
	await screen.shows(/Enter try/);
	assert.deepEqual(asked, []);
});

test('an account of a domain is known before anything is sent', async () => {
	const {asked} = open();
	await screen.shows(/Password/);
	screen.type(`UNI\\looker\r${password}\r\r`);
	await screen.shows(/✗ fail: not tried: UNI\\looker is an account of a domain/);
	assert.ok(asked.every(each => each.startsWith('resolve ')));
});

test('a relay without a login takes a message alone', async () => {
	const mail = {isLoggedIn: false, isSent: true, trouble: undefined, milliseconds: 20};
	const {asked} = open({kind: 'mail', network: {logins: {[mailPlace]: {mail}}}});
	await screen.shows(/User name +none; for example/);
	screen.type('\r\rit@uni.edu\r');
	await screen.shows(/✓ pass: message taken for it@uni\.edu/);
	assert.ok(asked.includes(`mail-login ${mailPlace}`));
});

for (const [what, opened, warning] of [
	[
		'without encryption',
		{answers: {...exampleAnswers, smtp: {...exampleAnswers.smtp, security: 'none'}}},
		/a password travels in clear/,
	],
	[
		'whose certificate nobody vouches for',
		{
			before: {
				...run,
				results: [
					sampleResult({
						id: 'mail',
						verdict: 'warn',
						cause: 'tls.self-signed',
						detail: 'certificate signed by itself',
					}),
				],
			},
		},
		/Nobody vouches for this server \(certificate signed by itself\)/,
	],
] as const satisfies ReadonlyArray<readonly [string, Opened, RegExp]>) {
	test(`whoever logs in to a relay ${what} is warned before`, async () => {
		open({kind: 'mail', ...opened});
		await until(
			() => warning.test(words()),
			() => screen.text(),
		);
	});
}

for (const [key, event] of [
	[keys.escape, 'closed'],
	[keys.interrupt, 'left'],
] as const) {
	test(`${JSON.stringify(key)} is ${event}`, async () => {
		const {events} = open();
		await screen.shows(/Password/);
		screen.type(key);
		await until(
			() => events.length > 0,
			() => 'nothing happened',
		);
		assert.deepEqual(events, [event]);
	});
}

test('at 60x20 the longest remedy can be read whole', async () => {
	open({network: {logins: {[place]: refused}}, columns: 60, rows: 20});
	await screen.shows(/Password/);
	screen.type(`looker\r${password}\r\r`);
	await screen.shows(/what its log says of error 18456\./);
});
