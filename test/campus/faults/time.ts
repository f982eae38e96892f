import process from 'node:process';
import {atTime} from '../at-time.js';
import {hostPlans} from '../hosts.js';
import {readProgram} from '../programs.js';
import {startService} from '../services/service.js';
import {chronyd} from '../services/time.js';
import type {Fault} from './fault.js';
import {addAddress, filterOnTheWay} from './network.js';

/** A real chronyd with some settings, and a clock of its own where one is given. */
function chrony(
	address: string,
	what: string,
	settings: readonly string[],
	clock?: string,
): Fault {
	return {
		name: what,
		async bringAbout({hosts: {time}}) {
			await addAddress(time, address);
			const plan = chronyd(settings, [address]);
			const command = clock === undefined ? plan.command : atTime(clock, plan.command);
			await startService({...plan, command}, time);
			return {answers: {time: {servers: [address]}}};
		},
	};
}

export const unsynchronised = chrony(
	'10.63.0.111',
	'a time server that does not know the time',
	[],
);

export const wrongTimeServer = chrony(
	'10.63.0.112',
	'a time server whose clock is far off',
	['local stratum 3'],
	'+3 days',
);

export const timeServersDisagree: Fault = {
	name: 'one of two time servers whose clock is far off',
	async bringAbout(campus) {
		const wrong = chrony('10.63.0.115', '', ['local stratum 3'], '+3 days');
		await wrong.bringAbout(campus);
		const servers = ['10.63.0.115', ...hostPlans.time.addresses.slice(0, 1)];
		return {answers: {time: {servers}}};
	},
};

export const fastClock: Fault = {
	name: 'an appliance whose clock is a year fast',
	bringAbout: async () => ({clock: '+400 days'}),
};

export const slowClock: Fault = {
	name: 'an appliance whose clock is a year slow',
	bringAbout: async () => ({clock: '-400 days'}),
};

export const fastClockWithoutTime: Fault = {
	name: 'an appliance whose clock is a year fast, and no time server that answers',
	async bringAbout(campus) {
		await filterOnTheWay(campus, 'ip daddr 10.63.0.116 drop');
		return {clock: '+400 days', answers: {time: {servers: ['10.63.0.116']}}};
	},
};

/** A mock of a time server that says no, with the code of RFC 5905. */
function kiss(address: string, code: string): Fault {
	return {
		name: `a time server that says ${code}`,
		async bringAbout({hosts: {time}}) {
			await addAddress(time, address);
			const query = Buffer.alloc(48);
			const plan = {
				host: 'time',
				command: [process.execPath, '-', 'mock-time', address, code],
				input: await readProgram('mockTime'),
				files: {},
				question: {
					...({protocol: 'udp', port: 123, address} as const),
					payload: query.toString('base64'),
				},
			} as const;
			await startService(plan, time);
			return {answers: {time: {servers: [address]}}};
		},
	};
}

export const askedTooOften = kiss('10.63.0.113', 'RATE');
export const askedWithoutLeave = kiss('10.63.0.114', 'DENY');
