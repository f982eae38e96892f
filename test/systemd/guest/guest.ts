import {type WatchedScreen, watchScreen} from '../../helpers/watched-screen.js';
import {type Agent, agentOver} from './agent.js';
import {consoleOf, type GuestConsole} from './console.js';
import type {Disk} from './disk.js';
import {talkOver} from './json-talk.js';
import {startMachine} from './qemu.js';

/** A server in qemu, from its start until it is switched off. */
export type Guest = Agent & {
	readonly console: GuestConsole;
	/** A terminal at its serial line, ttyS0. */
	readonly serial: WatchedScreen & {readonly type: (keys: string) => void};
	/** The port of this machine that leads to its SSH server. */
	readonly sshPort: number;
	/** Ends it at once: what has not reached its disk is lost. */
	readonly cutPower: () => Promise<void>;
	/** Waits until it has switched itself off, as it also does for a restart. */
	readonly isOff: Promise<void>;
};

export async function powerOn(disk: Disk): Promise<Guest> {
	const {monitor, agent, serial, kill, ended} = await startMachine(disk);
	const qemu = talkOver(monitor);
	await qemu.ask('qmp_capabilities');
	const inside = agentOver(talkOver(agent));
	const screen = watchScreen(
		{columns: 80, rows: 24},
		ended.then(() => 'the server was switched off'),
	);
	serial.on('data', data => screen.screen.write(data));
	// What a terminal says by itself, when a program asks where its cursor is.
	screen.screen.onData(data => serial.write(data));
	const network = await qemu.ask<string>('human-monitor-command', {
		'command-line': 'info usernet',
	});
	return {
		...inside,
		console: consoleOf(inside, qemu),
		serial: {...screen, type: keys => void serial.write(keys)},
		sshPort: Number(/127\.0\.0\.1 +(\d+)/.exec(network)?.[1]),
		async cutPower() {
			kill();
			await ended;
		},
		isOff: ended,
	};
}
