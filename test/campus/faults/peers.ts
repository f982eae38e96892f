import process from 'node:process';
import type {Campus} from '../campus.js';
import type {HostName} from '../hosts.js';
import {readProgram} from '../programs.js';
import type {Conduct} from '../services/mock-peer.js';
import {startService} from '../services/service.js';
import {addAddress} from './network.js';

/** What every host has. */
const everywhere = ['127.0.0.1', '0.0.0.0'];

/** Starts a mock of a peer that misbehaves, see mock-peer.ts. */
export async function startPeer(
	{hosts}: Campus,
	host: HostName,
	conduct: Conduct,
): Promise<void> {
	const {address, port} = conduct;
	if (!everywhere.includes(address)) {
		await addAddress(hosts[host], address);
	}

	const plan = {
		host,
		command: [process.execPath, '-', 'mock-peer', JSON.stringify(conduct)],
		input: await readProgram('mockPeer'),
		files: {},
		question: {protocol: 'tcp', port, address},
	} as const;
	await startService(plan, hosts[host]);
}
