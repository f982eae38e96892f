import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {
	answersPath,
	furnishAppliance,
	publicAuthority,
	runProgram,
} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {startTerminal, type Terminal} from '../helpers/terminal.js';
import {choose} from './choose.js';
import {keys, pasted} from './keys.js';

const password = 'Tr0ub4dor&3';

suite('a login on a terminal of the appliance', {skip: campusSkip()}, () => {
	let campus: Campus;
	let terminal: Terminal;
	let written = '';
	before(async () => {
		campus = await openCampus();
		await furnishAppliance(campus);
		await runProgram(campus, ['apply', '--no-confirm', '--answers', answersPath]);
		const program = campus.hosts.appliance.enter(process.execPath, ['dist/cli.js']);
		terminal = startTerminal(...program, {
			env: publicAuthority,
			onOutput: data => {
				written += data;
			},
		});
	});
	after(async () => {
		terminal.close();
		await campus.close();
	});

	test('is tried, and what came of it stays among the results', async () => {
		await choose(terminal, 'Probe all connections');
		await terminal.shows(/of 22 rows proven(?!.*probing)/, 30_000);
		const rows = terminal.text().match(/^ +▸?[✓✗!?-] .*/gm) ?? [];
		terminal.type(keys.down.repeat(rows.findIndex(row => row.includes('mssql'))));
		await terminal.shows(/L log in/);
		terminal.type('L');
		await terminal.shows(/Log in to the SQL Server/);
		terminal.type(`looker\r${pasted(`${password}\n`)}`);
		await terminal.shows(/Password +•{11}/);
		terminal.type('\r\r');
		await terminal.shows(/✗ fail: login: wrong user name or password/);
		terminal.type(keys.escape);
		await terminal.shows(/✗ mssql\.uni\.edu +1433\/tcp +login: wrong user name/);
	});

	test('the password was never on the screen, and is in no file of the program', async () => {
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
		assert.ok(!written.includes(password));
		const {stdout} = await campus.hosts.appliance.run('grep', [
			...['-rhF', '-e', password, '-e', 'wrong-login'],
			...['/etc/analytics-setup', '/var/lib/analytics-setup'],
		]);
		assert.match(stdout, /"cause": "sql\.wrong-login"/);
		assert.ok(!stdout.includes(password));
	});
});
