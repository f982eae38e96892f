import assert from 'node:assert/strict';
import {test} from 'node:test';
import {probeSqlBrowser} from '../../../source/probes/needs/probe-sql-browser.js';
import {probeContext} from '../probe-context.js';
import type {NetworkRecord} from '../recorded-network.js';

const probe = async (network: NetworkRecord, instance: string | undefined = 'LOOKER') => {
	const sql = {
		...{host: 'mssql.uni.edu', port: 1433, udp: true},
		...(instance === '' ? {} : {instance}),
	};
	const context = probeContext({answers: {sql}, network});
	const findings = await probeSqlBrowser(context);
	return {results: findings.map(({result}) => result), asked: context.asked};
};
const told = (port: number | undefined): NetworkRecord => ({
	instances: {'192.0.2.1:1434': [{name: 'LOOKER', version: '15.0.2000.5', port}]},
});

test('where no instance is named, SQL Browser is not asked', async () => {
	assert.deepEqual(await probe({}, ''), {results: [], asked: []});
});

test('where the name has no address, that is told of the SQL Server itself', async () => {
	const {results} = await probe({names: {'mssql.uni.edu': 'nxdomain'}});
	assert.deepEqual(results, []);
});

for (const [name, network, cause] of [
	['tells the port of the answers', told(1433), null],
	['tells another port', told(50_123), 'sql.other-port'],
	['tells that TCP is switched off', told(undefined), 'sql.no-tcp'],
	['is silent', {dials: {'192.0.2.1:1434': 'timeout'}}, 'sql.browser-silent'],
] satisfies ReadonlyArray<readonly [string, NetworkRecord, string | null]>) {
	test(`a SQL Browser that ${name} is judged ${cause ?? 'good'}`, async () => {
		const {results, asked} = await probe(network);
		const [{id, destination, port, protocol, address, ...rest} = assert.fail()] = results;
		assert.deepEqual([id, destination, port], ['sql-browser', 'mssql.uni.edu', 1434]);
		assert.deepEqual([protocol, address], ['udp', '192.0.2.1']);
		assert.equal(rest.cause, cause);
		assert.deepEqual(asked, ['resolve mssql.uni.edu', 'browser 192.0.2.1:1434']);
	});
}
