import type {Campus} from '../campus.js';
import type {HostName} from '../hosts.js';
import {startService} from '../services/service.js';
import {addAddress} from './network.js';
import {runOn} from './run-on.js';

/** Starts a real sshd on an address of its own, for ports where nobody expects it. */
export async function startSshServer(
	{hosts}: Campus,
	host: HostName,
	address: string,
	port: number,
): Promise<void> {
	await addAddress(hosts[host], address);
	const key = `/run/campus/ssh-server-${address}`;
	await runOn(hosts[host], ['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key]);
	const plan = {
		host,
		command: [
			...(['/usr/sbin/sshd', '-D', '-e', '-f', 'none', '-h', key] as const),
			...['-o', `ListenAddress=${address}`, '-o', `Port=${port}`, '-o', 'PidFile=none'],
		],
		// sshd does not start without this folder.
		files: {'/run/sshd/campus': ''},
		question: {protocol: 'tcp', port, address},
	} as const;
	await startService(plan, hosts[host]);
}
