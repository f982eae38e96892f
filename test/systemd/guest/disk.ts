import {glob} from 'node:fs/promises';
import {join} from 'node:path';
import {execa} from 'execa';
import {collect} from '../../helpers/collect.js';

/** A file system with a kernel, from which guests are started; nobody writes to it. */
export type System = {
	readonly path: string;
	readonly kernel: string;
	readonly initrd: string;
};

/** A disk that a guest writes to, and finds again at its next start. */
export type Disk = {readonly system: System; readonly path: string};

/** What is not written takes no room. */
const size = '2G';

/** A new disk with what is in a folder. */
export async function diskOf(root: string, target: string): Promise<Disk> {
	return diskWith(await systemOf(root, target), `${target}.qcow2`);
}

/**
 * Makes a system of what is in a folder, without mounting anything.
 * @param target the files that are made, without their endings
 */
async function systemOf(root: string, target: string): Promise<System> {
	const system = {
		path: `${target}.raw`,
		kernel: `${target}.kernel`,
		initrd: `${target}.initrd`,
	};
	await execa('mke2fs', [
		...['-q', '-t', 'ext4', '-L', 'root', '-d', root, system.path, size],
	]);
	await Promise.all([
		copyOne(join(root, 'boot/vmlinuz-*'), system.kernel),
		copyOne(join(root, 'boot/initrd.img-*'), system.initrd),
	]);
	return system;
}

async function copyOne(pattern: string, target: string) {
	const [found = pattern] = await collect(glob(pattern));
	await execa('cp', [found, target]);
}

/** A new disk with all that a system has. */
async function diskWith(system: System, path: string): Promise<Disk> {
	const base = ['-b', system.path, '-F', 'raw'];
	await execa('qemu-img', ['create', '-q', '-f', 'qcow2', ...base, path]);
	return {system, path};
}
