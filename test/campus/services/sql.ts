import process from 'node:process';
import type {Certificates} from '../certificates.js';
import {hostPlans} from '../hosts.js';
import type {ServicePlan} from './service.js';

const {addresses} = hostPlans.sql;
const [address] = addresses;
const places = addresses.flatMap(each => [`${each} 1433`, `${each} 50123`]);

/** A mock of SQL Server with two instances: see mock-sql.ts for the little it can do. */
export const mockSql = (
	{certificate, key}: Certificates,
	program: string,
): ServicePlan => ({
	host: 'sql',
	command: [process.execPath, '-', 'mock-sql', 'tds7', '/run/campus', ...places],
	input: program,
	files: {
		'/run/campus/certificate.pem': certificate,
		'/run/campus/key.pem': key,
	},
	question: {protocol: 'tcp', port: 1433, address},
});

// "Which instances are there?"
const query = Buffer.from([0x03]);

/** A mock of SQL Server Browser, which tells on which ports the instances are. */
export const mockSqlBrowser = (program: string): ServicePlan => ({
	host: 'sql',
	command: [process.execPath, '-', 'mock-sql-browser', ...addresses],
	input: program,
	files: {},
	question: {protocol: 'udp', port: 1434, address, payload: query.toString('base64')},
});
