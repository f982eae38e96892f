import assert from 'node:assert/strict';
import type {Host} from '../campus/host.js';

/** Who logs in with the key of the fleet, and becomes root by sudo. */
export const administrator = 'analytics-admin';
const home = `/run/${administrator}`;

/** Adds the administrator to an appliance. */
export async function addAdministrator(host: Host): Promise<void> {
	await host.write(
		`/etc/sudoers.d/${administrator}`,
		`${administrator} ALL=(root) NOPASSWD: ALL\n`,
		0o440,
	);
	for (const [file, ...arguments_] of [
		[
			...['useradd', '--no-create-home', '--home-dir', home, '--shell', '/bin/bash'],
			// No password fits, and yet the account is not locked.
			...['--password', '*', administrator],
		],
		['install', '--directory', `--owner=${administrator}`, home],
		// sshd reads it as the user who logs in.
		['chmod', '644', '/run/campus/authorized-keys'],
	] as const) {
		const {exitCode, stderr} = await host.run(file, arguments_);
		assert.equal(exitCode, 0, stderr);
	}
}
