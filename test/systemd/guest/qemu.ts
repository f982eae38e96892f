import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Disk} from './disk.js';
import {lineAt} from './line.js';

/** A machine that qemu is, and the lines that lead into it. */
export type Machine = {
	readonly monitor: Socket;
	readonly agent: Socket;
	readonly serial: Socket;
	readonly kill: () => void;
	/** However it ends. */
	readonly ended: Promise<void>;
};

const lines = ['monitor', 'agent', 'serial'] as const;

/** Starts a machine with a screen, a keyboard, a serial line and a network of its own. */
export async function startMachine(disk: Disk): Promise<Machine> {
	const folder = await mkdtemp(join(tmpdir(), 'analytics-setup-guest-'));
	const awaited = await Promise.all(lines.map(name => lineAt(join(folder, name))));
	const qemu = startQemu(disk, folder, await findAccelerator());
	const ended = once(qemu, 'exit').then(async () => {
		for (const {close} of awaited) {
			close();
		}

		await rm(folder, {recursive: true});
	});
	const sockets = await Promise.race([
		Promise.all(awaited.map(({connected}) => connected)),
		ended,
	]);
	const [monitor, agent, serial] = sockets ?? [];
	if (!(monitor && agent && serial)) {
		throw new Error('qemu has ended before the machine was there.');
	}

	return {monitor, agent, serial, kill: () => void qemu.kill('SIGKILL'), ended};
}

/**
 * The processor, where it can run a machine inside; else qemu imitates one. Only its flags
 * tell: a KVM that works without them cannot start the kernel of a distribution.
 */
async function findAccelerator(): Promise<'kvm' | 'tcg'> {
	const processors = await readFile('/proc/cpuinfo', 'utf8');
	return /\b(?:vmx|svm)\b/.test(processors) && existsSync('/dev/kvm') ? 'kvm' : 'tcg';
}

function startQemu(
	{system, path}: Disk,
	folder: string,
	accelerator: string,
): ChildProcess {
	const options = {
		accel: [accelerator],
		cpu: ['max'],
		smp: ['2'],
		m: ['1024'],
		vga: ['std'],
		display: ['none'],
		kernel: [system.kernel],
		initrd: [system.initrd],
		append: ['root=/dev/vda console=tty0 console=ttyS0'],
		drive: [`file=${path},if=virtio,format=qcow2`],
		// Nobody is in its network; the port of this machine is found by qemu.
		nic: ['user,model=virtio,restrict=on,hostfwd=tcp:127.0.0.1:0-:22'],
		chardev: lines.map(name => `socket,id=${name},path=${join(folder, name)}`),
		mon: ['chardev=monitor,mode=control'],
		serial: ['chardev:serial'],
		device: [
			'virtio-serial',
			'virtserialport,chardev=agent,name=org.qemu.guest_agent.0',
			'virtio-rng',
		],
	};
	const arguments_ = Object.entries(options).flatMap(([name, values]) =>
		values.flatMap(value => [`-${name}`, value]),
	);
	// A restart ends it: it is switched on anew, as after a power cut.
	const qemu = ['qemu-system-x86_64', '-nodefaults', '-no-reboot', ...arguments_];
	return spawn('setpriv', ['--pdeathsig=KILL', '--', ...qemu], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
}
