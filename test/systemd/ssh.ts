import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {execa} from 'execa';

/**
 * Makes a key with which root may log in.
 * @param root the file system of the server
 * @param folder where the key is made
 * @returns where it is
 */
export async function admitKey(root: string, folder: string): Promise<string> {
	const key = join(folder, 'key');
	const ssh = join(root, 'root/.ssh');
	await execa('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
	await mkdir(ssh, {recursive: true, mode: 0o700});
	const admitted = await readFile(`${key}.pub`);
	await writeFile(join(ssh, 'authorized_keys'), admitted, {mode: 0o600});
	return key;
}

/** How ssh logs in to a server that was made a moment ago. */
export function sshOptions(key: string): readonly string[] {
	const settings = [
		'StrictHostKeyChecking=no',
		'UserKnownHostsFile=/dev/null',
		'LogLevel=ERROR',
		'ConnectTimeout=5',
		// A server without power does not say that it is gone.
		'ServerAliveInterval=5',
	];
	return ['-i', key, ...settings.flatMap(setting => ['-o', setting])];
}
