import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {execa} from 'execa';

/** Where images are kept between runs; making one takes about two minutes. */
const cache = '/var/cache/analytics-setup-tests';

const common = [
	'systemd',
	'systemd-sysv',
	'dbus',
	'libpam-systemd',
	'openssh-server',
	'nftables',
	'iproute2',
	'procps',
	'util-linux',
	// What Node.js needs, also inside of the executable.
	'libatomic1',
];

const images = {
	container: [...common, 'libfaketime'],
	// With a kernel of its own, and whom the tests speak with.
	guest: [...common, 'linux-image-cloud-amd64', 'udev', 'kbd', 'qemu-guest-agent'],
} as const;

/** A small Debian of its own, in a folder that is thrown away; removed by `dispose`. */
export async function copyImage(name: keyof typeof images): Promise<{
	readonly folder: string;
	readonly dispose: () => Promise<void>;
}> {
	const image = join(cache, `bookworm-${name}`);
	if (!existsSync(join(image, 'etc/os-release'))) {
		await execa('debootstrap', [
			'--variant=minbase',
			`--include=${images[name].join(',')}`,
			'bookworm',
			image,
		]);
	}

	const folder = await mkdtemp(join(cache, 'copy-'));
	await execa('cp', ['--archive', '--reflink=auto', `${image}/.`, folder]);
	return {folder, dispose: () => rm(folder, {recursive: true})};
}
