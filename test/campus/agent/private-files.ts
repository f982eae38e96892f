import {execFileSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';

// The upper layers live on the private /run, so nothing of them can outlive the namespace.
const layers = '/run/campus';

/**
 * Gives the mount namespace its own host name, /run, /dev/shm, /sys, and writable layers over /etc
 * and /var/lib, so that a program may change its machine and the real one never knows.
 */
export function makePrivate(hostname: string) {
	mount('-t', 'tmpfs', '-o', 'mode=755', 'campus', '/run');
	mount('-t', 'tmpfs', 'campus', '/dev/shm');
	mount('-t', 'sysfs', 'campus', '/sys');
	overlay('/etc', `${layers}/etc`);
	overlay('/var/lib', `${layers}/var-lib`);
	for (const path of ['/etc/analytics-setup', '/var/lib/analytics-setup']) {
		rmSync(path, {recursive: true, force: true});
	}

	rmSync('/etc/resolv.conf', {force: true});
	for (const [path, text] of Object.entries({
		'/etc/resolv.conf': 'nameserver 10.62.0.53\n',
		'/etc/hosts': '127.0.0.1 localhost\n::1 localhost\n',
		'/etc/hostname': `${hostname}\n`,
		// Addresses are usable at once, without a second of duplicate detection.
		'/proc/sys/net/ipv6/conf/default/accept_dad': '0',
		'/proc/sys/net/ipv6/conf/all/forwarding': hostname === 'router' ? '1' : '0',
		'/proc/sys/net/ipv4/ip_forward': hostname === 'router' ? '1' : '0',
	})) {
		writeFileSync(path, text);
	}

	// The file in /proc is for the root of the whole machine only.
	execFileSync('hostname', [hostname]);
}

function overlay(path: string, layer: string) {
	const upper = `${layer}/upper`;
	const work = `${layer}/work`;
	mkdirSync(upper, {recursive: true});
	mkdirSync(work, {recursive: true});
	const options = `lowerdir=${path},upperdir=${upper},workdir=${work}`;
	mount('-t', 'overlay', '-o', options, 'campus', path);
}

/** As mount(8), whose words come with the error when it fails. */
export function mount(...arguments_: readonly string[]) {
	execFileSync('mount', arguments_, {stdio: ['ignore', 'ignore', 'pipe']});
}
