import process from 'node:process';
import type {Campus} from '../campus.js';
import {forNames, makeCertificate} from '../certificates.js';
import {readProgram} from '../programs.js';
import {startService} from '../services/service.js';
import {nginx} from '../services/web.js';
import type {Fault, Surroundings} from './fault.js';
import {addAddress} from './network.js';
import {startPeer} from './peers.js';
import {startSshServer} from './ssh-server.js';

const name = 'mssql.uni.edu';
const port = 1433;

function sqlAt(address: string): Surroundings {
	return {names: {[name]: [address]}};
}

/** A mock of SQL Server of one of the kinds in mock-sql.ts. */
function mockSql(
	address: string,
	what: string,
	kind: string,
	certificate: readonly string[],
	from?: string,
): Fault {
	return {
		name: what,
		async bringAbout({hosts: {sql, web}}) {
			await addAddress(sql, address);
			const made = await makeCertificate(web, certificate, from);
			const folder = `/run/campus/${address}`;
			const plan = {
				host: 'sql',
				command: [
					...([process.execPath, '-', 'mock-sql', kind] as const),
					...[folder, `${address} ${port}`],
				],
				input: await readProgram('mockSql'),
				files: {
					[`${folder}/certificate.pem`]: made.certificate,
					[`${folder}/key.pem`]: made.key,
				},
				question: {protocol: 'tcp', port, address},
			} as const;
			await startService(plan, sql);
			return sqlAt(address);
		},
	};
}

const own = forNames([name], 'campus');

export const strictSql = mockSql(
	'10.60.0.101',
	'a SQL Server that only takes TDS 8',
	'tds8',
	own,
);

export const selfSignedSql = mockSql(
	'10.60.0.102',
	'a SQL Server with a certificate of its own',
	'tds7',
	forNames(['SSL_Self_Signed_Fallback']),
);

export const expiredSql = mockSql(
	'10.60.0.103',
	'a SQL Server whose certificate has ended',
	'tds7',
	own,
	'2020-01-01 00:00:00',
);

export const newTlsOnlySql = mockSql(
	'10.60.0.104',
	'a SQL Server that takes no TLS that TDS 7 can have',
	'tds7 with TLS 1.3',
	own,
);

/** FreeTDS's pool server, which answers as a SQL Server that cannot encrypt. */
export const sqlWithoutEncryption: Fault = {
	name: 'a SQL Server that cannot encrypt',
	async bringAbout({hosts: {stranger}}: Campus) {
		// It listens on every address of its host.
		const address = '10.99.0.9';
		const file = '/run/campus/pool.conf';
		const pool = [
			...['[campus]', `port = ${port}`, `server = ${address}`, 'server user = nobody'],
			...['server password =', 'user = nobody', 'password =', 'database = none'],
			...['min pool conn = 0', 'max pool conn = 1', ''],
		];
		const plan = {
			host: 'stranger',
			command: ['tdspool', '-c', file, 'campus'],
			files: {[file]: pool.join('\n')},
			question: {protocol: 'tcp', port, address},
		} as const;
		await startService(plan, stranger);
		return sqlAt(address);
	},
};

export const udpOfSql: Fault = {
	name: 'a port that SQL Server does not use',
	bringAbout: async () => ({}),
};

export const webServerForSql: Fault = {
	name: 'nginx on the port of SQL Server',
	async bringAbout({hosts: {sql}}) {
		const address = '10.60.0.105';
		await addAddress(sql, address);
		const server = `server { listen ${address}:${port}; return 200; }`;
		const question = {protocol: 'tcp', port, address} as const;
		await startService(nginx(`/run/campus/${address}`, server, {}, question), sql);
		return sqlAt(address);
	},
};

export const sshForSql: Fault = {
	name: 'sshd on the port of SQL Server',
	async bringAbout(campus) {
		await startSshServer(campus, 'sql', '10.60.0.106', port);
		return sqlAt('10.60.0.106');
	},
};

export const silentSql: Fault = {
	name: 'a port of SQL Server that is open and silent',
	async bringAbout(campus) {
		await startPeer(campus, 'sql', {address: '10.60.0.107', port});
		return sqlAt('10.60.0.107');
	},
};

export const sqlHangsUp: Fault = {
	name: 'a port of SQL Server that hangs up on the first question',
	async bringAbout(campus) {
		const conduct = {address: '10.60.0.108', port, hangsUp: 'when spoken to'} as const;
		await startPeer(campus, 'sql', conduct);
		return sqlAt('10.60.0.108');
	},
};
