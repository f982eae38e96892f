import process from 'node:process';
import type {ServicePlan} from './service.js';

/** A mock of SQL Server: see mock-sql.ts for the little it can do. */
export const mockSql = (program: string): ServicePlan => ({
	host: 'sql',
	command: [process.execPath, '-', 'mock-sql'],
	input: program,
	files: {},
	question: {protocol: 'tcp', port: 1433},
});
