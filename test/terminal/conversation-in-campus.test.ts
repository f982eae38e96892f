import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {furnishAppliance} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {usualServices} from '../campus/services/index.js';
import type {Terminal} from '../helpers/terminal.js';
import {answerLines} from './answer-lines.js';
import {programOverSsh} from './ssh-session.js';

suite('the wizard as a conversation, over real SSH in the campus', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;
	let written = '';
	const terminals: Terminal[] = [];
	const talk = (flags: readonly string[] = []) => {
		const terminal = programOverSsh(campus, 'support', flags, {
			name: 'dumb',
			columns: 100,
			rows: 100,
			onOutput(data) {
				written += data;
			},
		});
		terminals.push(terminal);
		return terminal;
	};

	const ruleset = async () => {
		const {stdout} = await campus.hosts.appliance.run('nft', ['-s', 'list', 'ruleset']);
		return stdout;
	};

	before(async () => {
		campus = await openCampus({services: [...usualServices, 'ssh']});
		await furnishAppliance(campus);
	});
	after(async () => {
		for (const terminal of terminals) {
			terminal.close();
		}

		await campus.close();
	});

	test('a first run goes from the first question over a trial, kept by the digit, to the results', async () => {
		const terminal = talk();
		await answerLines(terminal, 'Press Enter to begin', '');
		await answerLines(terminal, 'Name', 'analytics.uni.edu');
		await terminal.shows(/Page 2 of 9/);
		await answerLines(terminal, 'Networks', '10.20.0.0/16', '');
		await answerLines(terminal, 'Servers', '10.30.0.10 aa2.uni.edu', '');
		await terminal.shows(/Page 4 of 9/, 15_000);
		await answerLines(terminal, 'Number', '1');
		await answerLines(terminal, 'Sources', '10.40.0.0/24', '');
		await answerLines(terminal, 'Host', 'mssql.uni.edu');
		await answerLines(terminal, 'Port', '');
		await answerLines(terminal, 'Named instance', '');
		await answerLines(terminal, 'Number', '');
		await terminal.shows(/Page 6 of 9/, 15_000);
		await answerLines(terminal, 'Relay', 'smtp.uni.edu');
		await answerLines(terminal, 'Port', '');
		await answerLines(terminal, 'Number', '');
		await terminal.shows(/Page 7 of 9/, 15_000);
		await answerLines(terminal, 'Time servers', '');
		await answerLines(terminal, 'Web proxy', '');
		await terminal.shows(/Page 8 of 9/, 15_000);
		await answerLines(terminal, 'Number', '');
		await terminal.shows(
			/Good: You \(10\.40\.0\.7\) can still log in after this\./,
			15_000,
		);
		assert.equal(await ruleset(), '', 'nothing is applied before the review');

		await answerLines(terminal, 'What next', 'apply');
		await terminal.shows(/Type \d and press Enter to keep the new rules/, 30_000);
		assert.match(await ruleset(), /table inet analytics_setup/);
		const digit = /Type (\d) and press/.exec(terminal.text())?.[1] ?? '';
		await answerLines(terminal, 'What next', digit === '9' ? '8' : '9');
		await terminal.shows(/That was "\d"\./);
		await answerLines(terminal, 'What next', digit);
		await terminal.shows(
			/Generation 1 is in effect, proven by a key pressed at 10\.40\.0\.7\./,
		);

		await terminal.shows(/sql-tcp: pass, mssql\.uni\.edu 1433\/tcp/, 30_000);
		await terminal.shows(/\d+ of 22 rows proven[\s\S]*What next: *\s*$/, 30_000);
		await answerLines(terminal, 'What next', 'evidence sql-tcp');
		await terminal.shows(/Verdict: pass/);
		await answerLines(terminal, 'What next', 'log in');
		await answerLines(terminal, 'Number', '1');
		await answerLines(terminal, 'User name', 'looker');
		await terminal.shows(/Password: *\s*$/);
		terminal.type('Tr0ub4dor&3\r');
		await answerLines(terminal, 'Database', '');
		await terminal.shows(/sql-login: fail, .*login: wrong user name or password/);
		assert.ok(!written.includes('Tr0ub4dor'));
		await answerLines(terminal, 'What next', 'quit');
		assert.equal(await terminal.exited, 0);
		assert.match(written.replaceAll('\r\n', '\n'), /^[\n\u0020-\u007E]*$/);
	});

	test('the time is told, and nobody keeps them: the old rules are back', async () => {
		const before = await ruleset();
		const terminal = talk(['--confirm-within', '12']);
		await terminal.shows(/Rules: generation 1, kept by/);
		await answerLines(terminal, 'Number', '1');
		await answerLines(terminal, 'What next', 'page 2');
		await answerLines(terminal, 'Networks', '10.21.0.0/16', '');
		await terminal.shows(/New: .*10\.21\.0\.0\/16/);
		await answerLines(terminal, 'What next', 'apply');
		await terminal.shows(/The old rules return by themselves in 1\d seconds/, 30_000);
		await terminal.shows(/\d seconds left until the old rules return\./, 15_000);
		await terminal.shows(
			/Everything was put back[\s\S]*Nobody kept the new rules in time/,
			20_000,
		);
		assert.equal(await ruleset(), before);
		await answerLines(terminal, 'Press Enter to go back to the review', '');
		await answerLines(terminal, 'What next', 'quit');
		await answerLines(terminal, 'Type yes to leave, or press Enter to stay', 'yes');
		assert.equal(await terminal.exited, 130);
	});

	test('a second session looks on at a trial of the first, and keeps it', async () => {
		const first = talk();
		await answerLines(first, 'Number', '1');
		await first.shows(/You can type apply/);
		await answerLines(first, 'What next', 'apply');
		await first.shows(/Type \d and press Enter to keep/, 30_000);
		const second = talk();
		await second.shows(
			/A trial of root from 10\.40\.0\.7; you look on, and may end it\./,
		);
		await second.shows(/A new login from 10\.40\.0\.7 was seen/);
		await answerLines(second, 'What next', 'keep');
		assert.equal(await second.exited, 0);
		await second.shows(/Kept as generation \d+, proven by a new connection/);
		await first.shows(/Generation \d+ is in effect, proven by a new connection/);
		first.type('\u0003');
		await first.shows(/Leave the setup\?/);
		first.type('\u0003');
		assert.equal(await first.exited, 130);
	});
});
