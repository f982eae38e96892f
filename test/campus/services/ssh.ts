import {authorityPath} from '../certificates.js';
import type {Host} from '../host.js';
import type {ServicePlan} from './service.js';

const folder = '/run/campus';
const clientKey = `${folder}/ssh-key`;

const config = `
Port 22
PidFile none
HostKey ${folder}/host-key
AuthorizedKeysFile ${folder}/authorized-keys
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
Subsystem sftp internal-sftp
SetEnv NODE_EXTRA_CA_CERTS=${authorityPath}
`;

/** sshd on the appliance. The given clients get a key that lets them in as root. */
export async function ssh(
	appliance: Host,
	clients: readonly Host[],
): Promise<ServicePlan> {
	const [hostKey, key] = await Promise.all([
		newKey(appliance, 'host-key'),
		newKey(appliance, 'ssh-key'),
	]);
	await Promise.all(clients.map(client => client.write(clientKey, key.secret, 0o600)));
	return {
		host: 'appliance',
		command: ['/usr/sbin/sshd', '-D', '-e', '-f', `${folder}/sshd.conf`],
		files: {
			[`${folder}/sshd.conf`]: config,
			[`${folder}/host-key`]: hostKey.secret,
			[`${folder}/authorized-keys`]: key.open,
			// sshd does not start without this folder.
			'/run/sshd/campus': '',
		},
		question: {protocol: 'tcp', port: 22, address: '127.0.0.1'},
	};
}

/** The command with which a client opens a session on the appliance. */
export const sshTo = (
	address: string,
	...command: readonly string[]
): [file: string, arguments_: string[]] => [
	'ssh',
	[
		...['-F', 'none', '-i', clientKey, '-o', 'StrictHostKeyChecking=no'],
		...['-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR'],
		...[`root@${address}`, ...command],
	],
];

async function newKey(host: Host, name: string) {
	const path = `${folder}/new-${name}`;
	const {exitCode, stderr} = await host.run('ssh-keygen', [
		...['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', path],
	]);
	if (exitCode !== 0) {
		throw new Error(`ssh-keygen could not make a key: ${stderr}`);
	}

	const {stdout: secret} = await host.run('cat', [path]);
	const {stdout: open} = await host.run('cat', [`${path}.pub`]);
	return {secret: `${secret}\n`, open: `${open}\n`};
}
