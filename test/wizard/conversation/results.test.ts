import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {exampleAnswers} from '../../helpers/recorded-machine.js';
import type {NetworkRecord} from '../../probes/recorded-network.js';
import {configured, type Held, holdConversation, pick} from './hold-conversation.js';

let held: Held;
afterEach(() => held.end());

const probe = async (network: NetworkRecord = {}) => {
	held = holdConversation({saved: exampleAnswers, network}, configured);
	await pick(held, 'Probe all');
};
const silentLicense: NetworkRecord = {
	names: {'license.looker.com': ['34.149.1.7'], 'mirrorlist.centos.org': 'nxdomain'},
	dials: {'34.149.1.7:443': 'timeout'},
};

test('each result is told as it comes, and at the end who must act', async () => {
	await probe(silentLicense);
	await held.says(/Every connection of the list is being tried\./);
	await held.says(
		/looker-license: fail, license\.looker\.com 443\/tcp, no answer in 3\.5 s/,
	);
	await held.says(/\n\d+ of 22 rows proven - to act: .*\.\n/);
	await held.says(
		/For your network team: 2 results\.\n.*\n.*: fail, license\.looker\.com.*\n.*permit 443\/tcp from 10\.10\.0\.10 to license\.looker\.com/,
	);
	await held.says(/Proven: \d+ results\./);
	assert.match(held.text(), /^[\n -~]*$/);
});

test('the evidence of a row is told fact by fact, by its name or its other end', async () => {
	await probe(silentLicense);
	await held.answer(/What next/, 'evidence looker-license');
	await held.says(
		/Connection: license\.looker\.com, 443\/tcp\nVerdict: fail, for the network team\n/,
	);
	assert.doesNotMatch(held.text(), /Observed/);
	await held.answer(/What next/, 'observed looker-license');
	await held.says(/Observed: name:/);
	await held.answer(/What next/, 'evidence license.looker.com');
	await held.says(/Verdict: fail/);
	await held.answer(/What next/, 'evidence nonsense');
	await held.says(/No row is called "nonsense"\. They are: .*looker-license/);
});

test('the text for a colleague is read out', async () => {
	await probe(silentLicense);
	await held.answer(/What next/, 'm');
	await held.says(
		/For whom is the message\?\n1: you, on this server\.\n2: the network team\./,
	);
	await held.answer(/^Number/, '2');
	await held.says(/AppsAnywhere Analytics on analytics\.uni\.edu: for the network team/);
	await held.says(/press Enter for \S+\/analytics-setup-network-2026-11-22\.txt/);
	await held.answer(/Save as/, '');
	await held.says(/Saved in \S+, for its owner only\./);
	await held.answer(/What next/, 'message');
	await held.answer(/^Number/, '2');
	await held.answer(/Save as/, '');
	await held.says(/There is a file \S+ already\./);
	await held.answer(/^Number/, '1');
	await held.answer(/What next/, 'message');
	await held.answer(/^Number/, '<');
	await held.answer(/What next/, 'summary');
	await held.says(/rows proven/);
});

test('one row is tried again, and what came of it is told', async () => {
	await probe(silentLicense);
	await held.answer(/What next/, 'try bitbucket');
	await held.says(/Trying bitbucket again\.\nbitbucket: pass, bitbucket\.org 443\/tcp/);
});

test('all are tried again, and who must act is told anew', async () => {
	await probe();
	await held.answer(/What next/, 'probe');
	await held.says(/Every connection[\s\S]*rows proven/);
});

test('the probes can be given up', async () => {
	await probe({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await held.says(/sql-tcp: pass/);
	await held.callOut('what?');
	await held.says(/This goes on by itself\. Type < to give it up/);
	await held.callOut('<');
	await held.says(/1: Look at the settings/);
	assert.ok(held.machine.asked.includes('given up 192.0.2.66:443'));
	assert.ok(!held.machine.asked.includes('save results'));
});

test('Ctrl-C in the middle of the probes asks, and they go on meanwhile', async () => {
	await probe({
		names: {'bitbucket.org': ['192.0.2.66']},
		dials: {'192.0.2.66:443': 'never'},
	});
	await held.interrupt();
	await held.says(/Leave the setup\?/);
	await held.answer(/Type yes to leave/, '');
	await held.interrupt();
	await held.says(/Leave the setup\?/);
	await held.interrupt();
	assert.equal((await held.outcome).isInterrupted, true);
});

test('"quit" leaves nothing unfinished here, and hands the run on', async () => {
	await probe();
	await held.answer(/What next/, 'quit');
	const {run, isInterrupted} = await held.outcome;
	assert.equal(isInterrupted, false);
	assert.ok((run?.results.length ?? 0) >= 22);
});

test('a login is asked for field by field, its password unseen, and tried once', async () => {
	await probe();
	await held.answer(/What next/, 'log in');
	await held.answer(/^Number/, '1');
	await held.says(
		/Log in to the SQL Server: mssql\.uni\.edu, port 1433\.\nTyped for this test only/,
	);
	await held.answer(/^User name/, 'looker');
	await held.says(/Password: it is not shown while you type, and not kept\./);
	assert.ok(held.isSecretAsked());
	await held.answer(/^Password/, 'quit');
	await held.answer(/^Database/, '');
	await held.says(/sql-login: \w+, /);
	assert.ok(
		held.machine.asked.some(line => line.startsWith('sql-login ')),
		held.machine.asked.join(),
	);
});

test('a login without a password is told what is missing', async () => {
	await probe();
	await held.answer(/What next/, 'l');
	await held.answer(/^Number/, '1');
	await held.answer(/^User name/, 'looker');
	await held.answer(/^Password/, '');
	await held.answer(/^Database/, '');
	await held.says(/The password is needed here\./);
	await held.answer(/^Password/, 'secret');
	await held.answer(/^Database/, '<');
	await held.answer(/^Password/, 'secret');
});
