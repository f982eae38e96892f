import assert from 'node:assert/strict';
import {after, before, suite, test} from 'node:test';
import {answersPath, furnishAppliance, runProgram} from '../campus/appliance.js';
import {type Campus, openCampus} from '../campus/campus.js';
import {campusSkip} from '../campus/need.js';
import {sshTo} from '../campus/services/ssh.js';
import {changePage} from './change-page.js';
import {keys} from './keys.js';
import {appliance4, commandLine, programOverSsh} from './ssh-session.js';

suite('a trial in the wizard, with firewalld as a front', {skip: campusSkip()}, () => {
	let campus: Campus;

	before(async () => {
		campus = await openCampus({services: ['dns', 'ssh', 'firewalld']});
		await furnishAppliance(campus);
		const {exitCode, stderr} = await runProgram(campus, [
			...['apply', '--no-confirm', '--answers', answersPath],
		]);
		assert.equal(exitCode, 0, stderr);
	});
	after(() => campus.close());

	// firewalld lets open connections on before it looks at them: a key proves nothing.
	test('no key keeps the new rules, only a new login does', async () => {
		const terminal = programOverSsh(campus, 'support');
		await terminal.shows(/Enter open/);
		terminal.type(keys.enter);
		await terminal.shows(/A apply/, 20_000);
		await changePage(terminal, 'Viewers');
		await terminal.shows(/Which networks/);
		terminal.type('10.21.0.0/16\r');
		await terminal.shows(/65,536 addresses[\s\S]*65,536 addresses/);
		terminal.type(keys.enter);
		await terminal.shows(/A apply/, 20_000);
		terminal.type('/firewalld: 10.21');
		await terminal.shows(/\+ firewalld: 10\.21\.0\.0\/16/);
		terminal.type(keys.escape);
		await terminal.shows(/A apply/);
		terminal.type('a');
		await terminal.shows(/old rules return in 1:\d\d/, 60_000);
		assert.doesNotMatch(terminal.text(), /Press \d to keep/);
		const [ssh, arguments_] = sshTo(appliance4, commandLine(['confirm']));
		const confirmed = await campus.hosts.support.run(ssh, arguments_);
		assert.equal(confirmed.exitCode, 0, confirmed.stderr);
		await terminal.shows(/proven by a new connection from 10\.40\.0\.7/);
		const {stdout} = await campus.hosts.appliance.run('firewall-cmd', [
			...['--info-ipset', 'analytics-viewers-4'],
		]);
		assert.match(stdout, /10\.21\.0\.0\/16/);
		terminal.type('q');
		assert.equal(await terminal.exited, 0);
	});
});
