import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {after, afterEach, before, beforeEach, suite, test} from 'node:test';
import {draftStore} from '../../source/answers/draft-store.js';
import type {Draft} from '../../source/answers/schema.js';
import {publicAuthority} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {mailInClear, turnedAway} from '../campus/faults/mail.js';
import {filterOnTheWay} from '../campus/faults/network.js';
import {campusSkip} from '../campus/need.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

const {server, viewers, support, sql} = exampleAnswers;
const untilSql = {server, viewers, appsanywhere: {servers: ['10.30.0.10']}, support};

suite('what is found out while one types, in the campus', {skip: campusSkip()}, () => {
	let campus: Campus;
	let root: string;
	let terminal: Terminal | undefined;
	let sent = '';

	before(async () => {
		campus = await openCampus();
	});
	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'analytics-setup-'));
		sent = '';
	});
	afterEach(async () => {
		terminal?.close();
		await terminal?.exited;
		await rm(root, {recursive: true});
	});
	after(() => campus.close());

	/** Opens the first page that these answers leave open. */
	const open = async (answers: Draft): Promise<Terminal> => {
		draftStore(join(root, 'var/lib/analytics-setup')).save({answers, typed: {}});
		const program = ['dist/cli.js', '--root', root];
		const opened = startTerminal(
			...campus.hosts.appliance.enter(process.execPath, program),
			{
				env: publicAuthority,
				onOutput(data) {
					sent += data;
				},
			},
		);
		terminal = opened;
		await opened.shows(/Enter/);
		opened.type(keys.enter);
		return opened;
	};

	test('the name of this server: that it leads here, elsewhere, or nowhere', async () => {
		const {type, shows} = await open({});
		await shows(/What is the name/);
		type(`${keys.clear}analytics.uni.edu`);
		await shows(/✓ 10\.10\.0\.10, 2001:db8:10::10, this server/);
		type(`${keys.clear}mssql.uni.edu`);
		await shows(/! 10\.60\.0\.11, 2001:db8:60::11, not an address of this server/);
		type(`${keys.clear}nowhere.uni.edu`);
		await shows(/! no such name in the DNS \(asked 10\.62\.0\.53\) · \? for more/);
		type('?');
		await shows(/What was tried just now\n[^\n]*nowhere\.uni\.edu: no such name/);
		await shows(/ask your DNS team to add the\s+name/);
	});

	test('names of servers: their addresses, or why they have none', async () => {
		const {type, shows} = await open({server, viewers});
		await shows(/Which are your AppsAnywhere servers/);
		type('aa2.uni.edu\rnowhere.uni.edu\r');
		await shows(/aa2\.uni\.edu +10\.30\.0\.11, 2001:db8:30::11/);
		await shows(/! nowhere\.uni\.edu +no such name in the DNS \(asked 10\.62\.0\.53\)/);
	});

	test('a SQL Server that is found with its version, and one that is kept with a reason', async () => {
		const {type, shows} = await open(untilSql);
		await shows(/Where is the SQL Server/);
		type('mssql.uni.edu');
		await shows(/✓ 10\.60\.0\.11, SQL Server 2022, encrypted/);
		type(`${keys.enter}${keys.clear}1434`);
		await shows(/! 10\.60\.0\.11, nothing accepts there/);
		await shows(/Kept because +none; for example the port is opened on Monday/);
		type(keys.enter.repeat(2));
		await shows(/▸ permitted/);
		type(`${keys.enter}the port is opened on Monday`);
		await shows(/Kept because +the port is opened on Monday/);
		type(keys.enter);
		await shows(/Through which mail relay/);
		type(`10.61.0.25${keys.enter.repeat(3)}`);
		await shows(/How does this server reach time servers/);
		type(keys.enter.repeat(2));
		await shows(/Which connections may this server open itself/);
		type(keys.enter);
		await shows(/What will be written/);
		await shows(/mssql\.uni\.edu[\s\S]*the port is opened on Monday/);
	});

	test('a named instance: SQL Browser says on which port it is', async () => {
		const {type, shows} = await open(untilSql);
		await shows(/Where is the SQL Server/);
		type(`mssql.uni.edu${keys.enter.repeat(2)}OTHER`);
		await shows(/! 10\.60\.0\.11, OTHER listens on 50123\/tcp/);
		type(`${keys.clear}ANALYTICS`);
		await shows(/✓ 10\.60\.0\.11, ANALYTICS listens on 1433\/tcp/);
	});

	for (const [fault, relay, said] of [
		[undefined, 'smtp.uni.edu', /✓ 10\.61\.0\.25, STARTTLS, login offered/],
		[mailInClear, '10.61.0.101', /! no STARTTLS offered/],
		[turnedAway, '10.61.0.104', /! turned away: 554/],
	] as const) {
		test(`the relay: ${fault?.name ?? 'one that works'}`, async () => {
			await fault?.bringAbout(campus);
			const {type, shows} = await open({...untilSql, sql});
			await shows(/Through which mail relay/);
			type(relay);
			await shows(said);
		});
	}

	test('a key after the answer costs what is taken away, and each one then a byte', async () => {
		const {type, shows} = await open(untilSql);
		await shows(/Where is the SQL Server/);
		type('mssql.uni.edu');
		await shows(/✓ 10\.60/);
		sent = '';
		type('c');
		await shows(/mssql\.uni\.educ\n *\n Port/);
		assert.ok(Buffer.byteLength(sent) <= 30, JSON.stringify(sent));
		let typed = 'mssql.uni.educ';
		for (const key of 'ation') {
			sent = '';
			typed += key;
			type(key);
			await shows(new RegExp(typed.replaceAll('.', '\\.')));
			assert.equal(sent, key);
		}
	});

	// The last one: the DNS stays cut off.
	test('a DNS that does not answer is told as that, and nothing waits for it', async () => {
		await filterOnTheWay(campus, 'ip daddr 10.62.0.53 drop');
		const {type, shows} = await open(untilSql);
		await shows(/Where is the SQL Server/);
		type('mssql.uni.edu');
		await shows(/trying…/);
		type(keys.enter.repeat(4));
		await shows(/Through which mail relay/);
		type('smtp.uni.edu');
		await shows(/! the DNS does not answer \(asked 10\.62\.0\.53\)/);
	});
});
