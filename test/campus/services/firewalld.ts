import {setTimeout as delay} from 'node:timers/promises';
import type {Host} from '../host.js';
import type {Service} from './service.js';

const pidFile = '/run/firewalld.pid';

/**
 * Starts the real firewalld on a host, with a message bus of its own and the host's own
 * /etc/firewalld, and waits until it runs. It may be started again after it has ended.
 */
export async function startFirewalld(host: Host): Promise<Service> {
	const {exitCode, stderr} = await host.run('sh', ['-c', start]);
	if (exitCode !== 0) {
		throw new Error(`firewalld does not start on "${host.name}": ${stderr}`);
	}

	await isRunning(host);
	const {stdout} = await host.run('cat', [pidFile]);
	return {
		pid: Number(stdout),
		async stop() {
			await host.run('sh', ['-c', stop, 'sh', stdout]);
		},
	};
}

const start = `
	set -e
	if ! [ -e /run/dbus/pid ]
	then
		mount -t tmpfs campus /var/log
		mkdir -p /run/dbus
		dbus-daemon --system --fork
	fi
	rm -f ${pidFile}
	firewalld
`;

// The kernel holds the bus name of a process until that is gone.
const stop = 'kill -KILL "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.02; done';

async function isRunning(host: Host): Promise<void> {
	const end = performance.now() + 10_000;
	let answer = await state(host);
	while (answer !== 'running') {
		if (performance.now() > end) {
			throw new Error(`firewalld does not run on "${host.name}": ${answer}`);
		}

		await delay(20);
		answer = await state(host);
	}
}

async function state(host: Host): Promise<string> {
	const {stdout, stderr} = await host.run('firewall-cmd', ['--state']);
	return stdout || stderr;
}
