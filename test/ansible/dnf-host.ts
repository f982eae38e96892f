import assert from 'node:assert/strict';
import {addLayer} from '../campus/add-layer.js';
import type {Host} from '../campus/host.js';

/** Has dnf manage a host: without a repository, and with one package that is there already. */
export async function manageByDnf(host: Host, installed: string): Promise<void> {
	for (const folder of ['/usr', '/var/cache', '/var/log']) {
		await addLayer(host, folder);
	}

	// That of Debian has its database in the home directory.
	await host.write('/etc/rpm/macros', '%_dbpath /var/lib/rpm\n');
	for (const [file, ...arguments_] of [
		['rpm', '--install', '--nodeps', installed],
		['mount', '-t', 'tmpfs', 'campus', '/tmp'],
	] as const) {
		const {exitCode, stderr} = await host.run(file, arguments_);
		assert.equal(exitCode, 0, stderr);
	}
}
