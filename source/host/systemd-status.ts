import process from 'node:process';
import type {RunCommand} from './command.js';
import {isThere} from './files.js';

/** What systemd tells on the console while it starts and stops units. */
export type SystemdStatus = {
	readonly isShown: () => Promise<boolean>;
	readonly show: (isShown: boolean) => void;
};

/** SIGRTMIN+20 and SIGRTMIN+21 (systemd(1)), as the C library counts them. */
const signals = {on: 54, off: 55} as const;

/** Of the systemd that is the first process here (sd_booted(3)), if it is. */
export async function findSystemdStatus(run: RunCommand): Promise<SystemdStatus> {
	return (await isThere('/run/systemd/system')) ? statusOfSystemd(run) : noStatus;
}

export const noStatus: SystemdStatus = {
	isShown: async () => false,
	show: () => undefined,
};

function statusOfSystemd(run: RunCommand): SystemdStatus {
	return {
		async isShown() {
			const question = ['show', '--property=ShowStatus', '--value'];
			const {stdout} = await run('systemctl', question).catch(() => ({stdout: 'yes'}));
			return stdout.trim() === 'yes';
		},
		show(isShown) {
			process.kill(1, isShown ? signals.on : signals.off);
		},
	};
}
