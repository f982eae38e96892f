import type {Fault} from './fault.js';
import {addAddress} from './network.js';

/** What SQL Browser knows of the instance that the answers name: see mock-sql-browser.ts. */
function instanceCalled(instance: string, what: string): Fault {
	return {
		name: what,
		bringAbout: async () => ({
			answers: {sql: {host: 'mssql.uni.edu', port: 1433, instance}},
		}),
	};
}

export const rightInstance = instanceCalled('analytics', 'a named instance on its port');
export const otherPort = instanceCalled('OTHER', 'a named instance on another port');
export const noInstance = instanceCalled('GONE', 'a named instance that is not there');
export const noTcp = instanceCalled('LOCAL', 'a named instance without TCP');

export const noBrowser: Fault = {
	name: 'a SQL Server without SQL Browser',
	async bringAbout({hosts: {sql}}) {
		const host = '10.60.0.141';
		await addAddress(sql, host);
		return {answers: {sql: {host, port: 1433, instance: 'ANALYTICS'}}};
	},
};
