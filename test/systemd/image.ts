import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {execa} from 'execa';

/** Where images are kept between runs; making one takes about two minutes. */
const cache = '/var/cache/analytics-setup-tests';
const image = join(cache, 'bookworm');

const packages = [
	'systemd',
	'systemd-sysv',
	'dbus',
	'libpam-systemd',
	'openssh-server',
	'nftables',
	'iproute2',
	'procps',
	'util-linux',
	// What the Node.js of the tests needs.
	'libatomic1',
	'libfaketime',
];

/** A small Debian of its own, in a folder that is thrown away; removed by `dispose`. */
export async function copyImage(): Promise<{
	readonly folder: string;
	readonly dispose: () => Promise<void>;
}> {
	if (!existsSync(join(image, 'etc/os-release'))) {
		await execa('debootstrap', [
			'--variant=minbase',
			`--include=${packages.join(',')}`,
			'bookworm',
			image,
		]);
	}

	const folder = await mkdtemp(join(cache, 'copy-'));
	await execa('cp', ['--archive', '--reflink=auto', `${image}/.`, folder]);
	return {folder, dispose: () => rm(folder, {recursive: true})};
}
