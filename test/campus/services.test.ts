import assert from 'node:assert/strict';
import process from 'node:process';
import {after, before, suite, test} from 'node:test';
import {type Campus, openCampus} from './campus.js';
import {authorityPath} from './certificates.js';
import {campusSkip} from './need.js';
import {zone} from './zone.js';

suite('the services of the campus, asked from the appliance', {
	skip: campusSkip(),
}, () => {
	let campus: Campus;
	before(async () => {
		campus = await openCampus();
	});
	after(() => campus.close());

	/** Runs a module in the appliance and reads the JSON that it prints. */
	async function ask(code: string): Promise<unknown> {
		const {stdout, stderr} = await campus.hosts.appliance.run(
			process.execPath,
			['--input-type=module', '-'],
			{input: code, env: {NODE_EXTRA_CA_CERTS: authorityPath}},
		);
		assert.notEqual(stdout, '', stderr);
		return JSON.parse(stdout);
	}

	test('DNS knows every name of the zone, and no other', async () => {
		const names = [...Object.keys(zone), 'MSSQL.uni.edu'];
		const answers = await ask(`
			import {resolve4, resolve6} from 'node:dns/promises';
			const both = async name => [...await resolve4(name), ...await resolve6(name)];
			const names = ${JSON.stringify(names)};
			console.log(JSON.stringify(await Promise.all(names.map(both))));
		`);
		assert.deepEqual(answers, [...Object.values(zone), zone['mssql.uni.edu']]);
		const unknown = await ask(`
			import {resolve4} from 'node:dns/promises';
			const names = ['mirrorlist.centos.org', 'example.com', 'ftp.uni.edu'];
			const code = name => resolve4(name).catch(({code}) => code);
			console.log(JSON.stringify(await Promise.all(names.map(code))));
		`);
		assert.deepEqual(unknown, ['ENOTFOUND', 'ENOTFOUND', 'ENOTFOUND']);
	});

	test('the time server is synchronised and its time is right', async () => {
		const {exitCode, stderr} = await campus.hosts.appliance.run('chronyd', [
			...['-Q', '-t', '5', '-u', 'root', '-f', '/dev/null'],
			'server 0.centos.pool.ntp.org iburst maxsamples 1',
		]);
		assert.equal(exitCode, 0, stderr);
		assert.match(stderr, /System clock wrong by -?0\.00\d+ seconds/);
	});

	test('web sites answer on 80, and on 443 with a certificate in their own name', async () => {
		const answers = await ask(`
			const get = async url => (await fetch(url)).text();
			const urls = ['http://cdn.remirepo.net', 'https://bitbucket.org', 'https://license.looker.com'];
			console.log(JSON.stringify(await Promise.all(urls.map(get))));
		`);
		assert.deepEqual(answers, [
			'This is cdn.remirepo.net\n',
			'This is bitbucket.org\n',
			'This is license.looker.com\n',
		]);
	});

	for (const name of ['smtp.uni.edu', 'smtp.sendgrid.net']) {
		test(`${name} speaks SMTP and proves its name after STARTTLS`, async () => {
			const {exitCode, stdout} = await campus.hosts.appliance.run(
				'openssl',
				[
					...['s_client', '-starttls', 'smtp', '-connect', `${name}:587`],
					...['-CAfile', authorityPath, '-verify_hostname', name],
					...['-verify_return_error', '-crlf', '-quiet', '-ign_eof'],
				],
				{input: 'EHLO analytics.uni.edu\nMAIL FROM:<a@uni.edu>\nQUIT\n'},
			);
			assert.equal(exitCode, 0);
			assert.match(stdout, /250 Accepted|250 OK/);
			assert.match(stdout, /221/);
		});
	}

	test('the mock SQL Server encrypts with a real client, and refuses its login', async () => {
		const {appliance} = campus.hosts;
		await appliance.write('/etc/campus-freetds.conf', '[global]\nencryption = require\n');
		const {stderr} = await appliance.run(
			'tsql',
			[...['-H', 'mssql.uni.edu', '-p', '1433'], ...['-U', 'looker', '-P', 'wrong']],
			{env: {FREETDSCONF: '/etc/campus-freetds.conf'}},
		);
		assert.match(stderr, /Msg 18456 .*"Login failed for user/s);
	});

	test('the mock SQL Browser tells a real client of both instances', async () => {
		const {appliance} = campus.hosts;
		const {stderr} = await appliance.run('tsql', ['-L', '-H', 'mssql.uni.edu']);
		assert.match(stderr, /ANALYTICS.* tcp 1433.*OTHER.* tcp 50123/s);
	});
});
