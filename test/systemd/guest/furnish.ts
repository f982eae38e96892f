import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {execa} from 'execa';
import {buildPackage} from '../../packaging/built.js';

/** Where qemu says that whoever logs in from outside comes from. */
export const outside = '10.0.2.2';

const files = {
	'etc/fstab': '/dev/vda / ext4 defaults 0 1\n',
	'etc/hostname': 'analytics\n',
	'etc/hosts': '127.0.0.1 localhost analytics\n',
	'etc/systemd/network/lan.network':
		'[Match]\nName=e*\n[Network]\nAddress=10.0.2.15/24\nGateway=10.0.2.2\n',
	// Names are looked up by a server that is not there.
	'etc/resolv.conf': 'nameserver 10.0.2.3\n',
};

/** Makes a file system that of a server in a network: the package is not in it yet. */
export async function furnish(root: string): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), {recursive: true});
		await writeFile(join(root, path), text);
	}

	// A server of the CentOS family has it, and Node.js says so where it is missing.
	await mkdir(join(root, 'etc/ssl/certs'), {recursive: true});
	// Whoever sits at its screen needs no password.
	await execa('chroot', [root, 'passwd', '--quiet', '--delete', 'root']);
	const wants = join(root, 'etc/systemd/system/multi-user.target.wants');
	await symlink(
		'/lib/systemd/system/systemd-networkd.service',
		join(wants, 'systemd-networkd.service'),
	);
}

/** Installs the package, as an administrator does who prepares an image. */
export async function installPackage(root: string): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'analytics-setup-package-'));
	try {
		await buildPackage(folder);
		const {stdout: packages} = await execa('find', [folder, '-name', '*.rpm']);
		// What it requires is there, but by Debian's names.
		await execa('rpm', [
			...['--root', root, '--dbpath', '/var/lib/rpm', '--nodeps'],
			...['--install', ...packages.split('\n')],
		]);
	} finally {
		await rm(folder, {recursive: true});
	}
}
