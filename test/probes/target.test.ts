import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {Answers} from '../../source/answers/schema.js';
import {catalogue} from '../../source/catalogue/catalogue.js';
import {errandFor, targetsFor} from '../../source/probes/target.js';
import {exampleAnswers} from '../helpers/recorded-machine.js';

const targetsOf = (id: string, changes: Partial<Answers> = {}) => {
	const connection = catalogue.find(row => row.id === id) ?? assert.fail(id);
	return targetsFor(connection, {...exampleAnswers, ...changes});
};
const hostsOf = (id: string, changes: Partial<Answers> = {}) =>
	targetsOf(id, changes).map(target => (target.kind === 'host' ? target.host : '-'));
const timeRows = ['ntp-0', 'ntp-1', 'ntp-2', 'ntp-3'];

for (const [servers, rows] of [
	[[], [['-'], ['-'], ['-'], ['-']]],
	[['a'], [['a'], ['-'], ['-'], ['-']]],
	[
		['a', 'b'],
		[['a'], ['b'], ['-'], ['-']],
	],
	[
		['a', 'b', 'c'],
		[['a'], ['b'], ['c'], ['-']],
	],
	[
		['a', 'b', 'c', 'd'],
		[['a'], ['b'], ['c'], ['d']],
	],
	[
		['a', 'b', 'c', 'd', 'e'],
		[['a', 'e'], ['b'], ['c'], ['d']],
	],
	[
		['a', 'b', 'c', 'd', 'e', 'f'],
		[['a', 'e'], ['b', 'f'], ['c'], ['d']],
	],
] as const) {
	test(`${servers.length} time servers stand in the four rows of the list`, () => {
		const time = {servers: [...servers]};
		assert.deepEqual(
			timeRows.map(id => hostsOf(id, {time})),
			rows,
		);
	});
}

test('however many time servers there are, each is asked exactly once', () => {
	const names = fc.uniqueArray(fc.domain(), {maxLength: 20});
	fc.assert(
		fc.property(names, servers => {
			const asked = timeRows.flatMap(id => hostsOf(id, {time: {servers}}));
			assert.deepEqual(asked.filter(host => host !== '-').toSorted(), servers.toSorted());
		}),
	);
});

for (const [servers, reason] of [
	[[], /0 time servers/],
	[['ntp.uni.edu'], /1 time server$/],
] as const) {
	test(`an empty time row says that the site has ${servers.length}`, () => {
		const [target] = targetsOf('ntp-3', {time: {servers: [...servers]}});
		assert.ok(target?.kind === 'nothing');
		assert.equal(target.host, '3.centos.pool.ntp.org');
		assert.match(target.reason, reason);
	});
}

const smtp = (host: string, port = 587) => ({smtp: {...exampleAnswers.smtp, host, port}});

test('with a relay of its own a site does not use SendGrid, and learns why', () => {
	const [target] = targetsOf('sendgrid', smtp('smtp.uni.edu'));
	assert.ok(target?.kind === 'nothing');
	assert.match(target.reason, /smtp\.uni\.edu/);
});

for (const host of ['smtp.sendgrid.net', 'SMTP.SendGrid.net', 'smtp.sendgrid.net.']) {
	test(`with "${host}" as its relay a site does use SendGrid`, () => {
		assert.deepEqual(hostsOf('sendgrid', smtp(host)), ['smtp.sendgrid.net']);
	});
}

test('SendGrid on another port is tried on the port that the rules open', () => {
	const answers = smtp('smtp.sendgrid.net', 2525);
	assert.equal(targetsOf('mail', answers)[0]?.port, 2525);
	assert.equal(targetsOf('sendgrid', answers)[0]?.port, 2525);
});

test('the relay and SQL Server are tried on the ports that were answered', () => {
	const sql = {...exampleAnswers.sql, port: 50_123};
	assert.deepEqual(targetsOf('mail', smtp('smtp.uni.edu', 465)), [
		{kind: 'host', host: 'smtp.uni.edu', port: 465},
	]);
	assert.deepEqual(targetsOf('sql-tcp', {sql}), [
		{kind: 'host', host: 'mssql.uni.edu', port: 50_123},
	]);
	assert.equal(targetsOf('sql-udp', {sql})[0]?.port, 1433);
});

test('UDP to SQL Server is left out when it is switched off', () => {
	const [target] = targetsOf('sql-udp', {sql: {...exampleAnswers.sql, udp: false}});
	assert.ok(target?.kind === 'nothing');
	assert.match(target.reason, /switched off/);
});

test('the other rows are tried where the list says', () => {
	for (const {id, destination, portNumber} of catalogue) {
		if (id.includes('remirepo') || id === 'bitbucket') {
			assert.deepEqual(targetsOf(id), [
				{kind: 'host', host: destination, port: portNumber},
			]);
		}
	}
});

const smtpWith = (security: Answers['smtp']['security']) => ({
	smtp: {...exampleAnswers.smtp, security},
});

for (const [id, changes, errand] of [
	[
		'looker-license',
		{},
		{talk: 'https', host: 'license.looker.com', port: 443, path: '/'},
	],
	['sql-tcp', {}, {talk: 'sql', host: 'mssql.uni.edu', port: 1433}],
	['ntp-0', {}, {talk: 'sntp', host: '0.centos.pool.ntp.org', port: 123}],
	[
		'mail',
		smtpWith('tls'),
		{talk: 'smtp', host: 'smtp.uni.edu', port: 587, security: 'tls'},
	],
	['sql-udp', {}, undefined],
] as const) {
	test(`at ${id} ${errand === undefined ? 'nothing can be tried' : `${errand.talk} is spoken`}`, () => {
		const connection = catalogue.find(row => row.id === id) ?? assert.fail(id);
		const [target = assert.fail(id)] = targetsOf(id, changes);
		const answers = {...exampleAnswers, ...changes};
		assert.deepEqual(errandFor(connection, target, answers), errand);
	});
}

test('a mirror list is asked for what its clients ask', () => {
	for (const connection of catalogue.filter(({path}) => path !== undefined)) {
		const [target = assert.fail()] = targetsOf(connection.id);
		const errand = errandFor(connection, target, exampleAnswers);
		assert.ok(errand !== undefined && 'path' in errand);
		assert.equal(errand.path, connection.path);
	}
});

for (const mode of ['ports', 'destinations', 'open'] as const) {
	const isRead = mode === 'destinations';
	test(`where outbound is "${mode}" a mirror list is ${isRead ? 'read' : 'only asked for'}`, () => {
		const answers = {...exampleAnswers, outbound: {mode}};
		const read = catalogue.filter(connection => {
			const [target] = targetsFor(connection, answers);
			const errand = target && errandFor(connection, target, answers);
			return errand !== undefined && 'isMirrorList' in errand;
		});
		assert.deepEqual(
			read.map(({id}) => id),
			isRead ? ['mirrorlist-centos', 'remirepo-cdn', 'fedora-mirrors'] : [],
		);
	});
}
