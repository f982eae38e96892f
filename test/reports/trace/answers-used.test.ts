import assert from 'node:assert/strict';
import {test} from 'node:test';
import {catalogue} from '../../../source/catalogue/catalogue.js';
import {answersUsed} from '../../../source/reports/trace/answers-used.js';
import {collegeAnswers} from '../sample-site.js';

const usedBy = (id: string, sections: Parameters<typeof collegeAnswers>[0] = {}) => {
	const row = catalogue.find(each => each.id === id) ?? assert.fail(`no row ${id}`);
	return answersUsed(row, collegeAnswers(sections)).map(
		({path, value}) => `${path} ${JSON.stringify(value)}`,
	);
};
const instance = {
	host: 'db.college.example',
	port: 1433,
	udp: false,
	instance: 'REPORTS',
};

for (const [id, sections, wanted] of [
	['viewers', {}, ['viewers.subnets ["10.2.0.0/16"]']],
	['appsanywhere', {}, ['appsanywhere.servers ["aa1.college.example"]']],
	['remote-support', {}, ['support.enabled true', 'support.sources ["10.4.0.0/24"]']],
	[
		'sql-tcp',
		{sql: instance},
		[
			...['sql.host "db.college.example"', 'sql.port 1433', 'sql.instance "REPORTS"'],
			'outbound.mode "ports"',
		],
	],
	[
		'sql-udp',
		{},
		['sql.host "db.college.example"', 'sql.udp true', 'outbound.mode "ports"'],
	],
	['https', {}, ['outbound.mode "ports"']],
	['bitbucket', {}, ['outbound.mode "ports"']],
	[
		'mail',
		{},
		[
			...['smtp.host "relay.college.example"', 'smtp.port 587'],
			...['smtp.security "starttls"', 'outbound.mode "ports"'],
		],
	],
	['ntp-1', {}, ['time.servers[1] "1.centos.pool.ntp.org"', 'outbound.mode "ports"']],
	['ntp-3', {}, ['outbound.mode "ports"']],
	['sendgrid', {}, ['smtp.host "relay.college.example"', 'outbound.mode "ports"']],
] satisfies ReadonlyArray<
	readonly [string, Parameters<typeof collegeAnswers>[0], readonly string[]]
>) {
	test(`the answers behind "${id}"`, () => {
		assert.deepEqual(usedBy(id, sections), wanted);
	});
}
