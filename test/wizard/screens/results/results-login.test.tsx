import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {ProbeRun} from '../../../../source/probes/probe-result.js';
import {ResultsScreen} from '../../../../source/wizard/screens/results/results-screen.js';
import {exampleAnswers} from '../../../helpers/recorded-machine.js';
import {keys, mount, until} from '../../../helpers/screen.js';
import type {NetworkRecord} from '../../../probes/recorded-network.js';
import {screenOn} from '../open-screen.js';

const password = 'Tr0ub4dor&3';
const place = '10.60.0.11:1433';
const refused: NetworkRecord = {
	names: {'mssql.uni.edu': ['10.60.0.11']},
	logins: {
		[place]: {
			sql: {
				outcome: 'refused',
				errors: [{number: 18_470, words: 'Disabled.'}],
				database: undefined,
				code: undefined,
				milliseconds: 20,
			},
		},
	},
};

let screen: ReturnType<typeof mount>;
afterEach(() => screen.unmount());

const open = (network: NetworkRecord = refused) => {
	const {props, machine, sent} = screenOn({network});
	const runs: ProbeRun[] = [];
	screen = mount(
		<ResultsScreen
			{...props}
			answers={exampleAnswers}
			onRun={run => runs.push(run)}
			onLeave={() => undefined}
		/>,
	);
	return {runs, machine, sent};
};
const here = () => screen.text().split('\n');
const footer = () => here().at(-1) ?? '';

/** Points at the first row whose other end is this. */
async function pointAt(host: string): Promise<void> {
	await screen.shows(/rows proven(?!.*probing)/);
	const rows = here().filter(line => /^ +▸?[✓✗!?-] /.test(line));
	screen.type(keys.down.repeat(rows.findIndex(row => row.includes(host))));
	await screen.shows(/L log in/);
}

test('L is offered only where one can log in', async () => {
	const {runs} = open();
	await until(
		() => runs.length > 0,
		() => screen.text(),
	);
	await screen.shows(/rows proven(?!.*probing)/);
	assert.doesNotMatch(footer(), /L log in/);
	screen.type('l');
	await pointAt('mssql.uni.edu');
	assert.match(footer(), /Enter evidence . L log in .*Q leave$/);
	screen.type('l');
	await screen.shows(/Log in to the SQL Server/);
});

test('nobody logs in while the connections are still being proven', async () => {
	const {sent} = open({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await screen.shows(/probing/);
	for (let times = 0; times < 25; times += 1) {
		screen.type(keys.down);
		screen.type('l');
	}

	await screen.shows(/probing/);
	assert.doesNotMatch(screen.text(), /Log in to|L log in/);
	assert.deepEqual(sent, []);
});

test('what came of a login stands among the results, is pointed at, and is kept', async () => {
	const {runs, machine} = open();
	await until(
		() => runs.length > 0,
		() => screen.text(),
	);
	await pointAt('mssql.uni.edu');
	screen.type('L');
	await screen.shows(/User name/);
	screen.type(`looker\r${password}\r\r`);
	await screen.shows(/✗ fail: login: the account is disabled/);
	screen.type(keys.escape);
	await screen.shows(/✗ mssql\.uni\.edu +1433\/tcp +login: the account is dis/);
	assert.match(
		screen.text().replaceAll(/\s+/g, ' '),
		/Ask whoever runs it to enable it\./,
	);
	assert.match(footer(), /L log in/);
	assert.equal(runs.length, 2);
	const kept = await machine.results.read();
	assert.deepEqual(kept, runs[1]);
	const login = kept?.results.find(({id}) => id === 'sql-login');
	assert.equal(login?.cause, 'sql.login-disabled');
	assert.doesNotMatch(JSON.stringify(kept), /Tr0ub/);
	assert.equal(machine.lastDraft(), undefined);
});

test('a screen for a login begins empty every time', async () => {
	const {runs} = open();
	await until(
		() => runs.length > 0,
		() => screen.text(),
	);
	await pointAt('mssql.uni.edu');
	screen.type('L');
	await screen.shows(/User name/);
	screen.type(`looker\r${password}`);
	await screen.shows(/•{11}/);
	screen.type(keys.escape);
	await screen.shows(/P probe again/);
	screen.type('L');
	await screen.shows(/User name/);
	assert.doesNotMatch(screen.text(), /•|looker\b(?<!for example looker)/);
});
