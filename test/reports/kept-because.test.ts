import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keptBecause} from '../../source/reports/kept-because.js';

const answers = {
	appsanywhere: {servers: ['10.30.0.10', 'aa2.uni.edu', 'aa3.uni.edu']},
	time: {servers: ['ntp0.uni.edu', 'ntp1.uni.edu']},
	notes: {
		'server.hostname': 'no row is about it',
		'appsanywhere.servers[1]': 'bought',
		'appsanywhere.servers[2]': 'bought',
		'time.servers[1]': 'being moved',
		'sql.host': 'the port is opened on Monday',
		'sql.instance': 'SQL Browser is off',
		'smtp.host': 'ticket 4711',
		'proxy.url': 'a new proxy comes',
	},
};

for (const [id, destination, cause, notes] of [
	['sql-tcp', 'mssql.uni.edu', 'tcp.refused', ['the port is opened on Monday']],
	['sql-udp', 'mssql.uni.edu', null, ['the port is opened on Monday']],
	['sql-login', 'mssql.uni.edu', null, ['the port is opened on Monday']],
	['sql-browser', 'mssql.uni.edu', null, ['SQL Browser is off']],
	['mail', 'smtp.uni.edu', null, ['ticket 4711']],
	['ntp-0', 'ntp0.uni.edu', null, []],
	['ntp-1', 'ntp1.uni.edu', null, ['being moved']],
	['appsanywhere', 'analytics.uni.edu', null, ['bought']],
	['viewers', 'analytics.uni.edu', null, []],
	['looker-license', 'license.looker.com', 'tcp.timeout', []],
	['looker-license', 'license.looker.com', 'proxy.denied', ['a new proxy comes']],
	['dns', '', null, []],
] as const) {
	test(`${id} at ${destination} (${cause}) has ${notes.length} notes`, () => {
		assert.deepEqual(keptBecause({id, destination, cause}, answers), notes);
	});
}
