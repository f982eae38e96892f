import {readdirSync, readlinkSync} from 'node:fs';
import process from 'node:process';

const namespaceOf = (pid: string, kind: 'net' | 'mnt') =>
	readlinkSync(`/proc/${pid}/ns/${kind}`);

const own = {net: namespaceOf('self', 'net'), mnt: namespaceOf('self', 'mnt')};

/** Kills every other process in these namespaces, however far it has detached itself. */
export function killCompanions() {
	const end = performance.now() + 2000;
	// A process may fork while the list is read, so look until a look finds nobody.
	while (performance.now() < end) {
		const companions = readdirSync('/proc').filter(isCompanion);
		if (companions.length === 0) {
			return;
		}

		for (const pid of companions) {
			kill(Number(pid));
		}
	}
}

function isCompanion(pid: string) {
	if (!/^\d+$/.test(pid) || Number(pid) === process.pid) {
		return false;
	}

	try {
		return namespaceOf(pid, 'net') === own.net || namespaceOf(pid, 'mnt') === own.mnt;
	} catch {
		// It has ended, or is a zombie.
		return false;
	}
}

function kill(pid: number) {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It was quicker.
	}
}
