import {readlinkSync} from 'node:fs';
import {userInfo} from 'node:os';
import process from 'node:process';
import {formatAddress} from '../addresses/address.js';
import type {SshSession} from './session.js';

/** The human behind a process, as far as the machine knows. */
export type Person = {
	/** The name they logged in with, before sudo or su; left out where nobody has. */
	readonly user?: string | undefined;
	/** The address of their SSH session; left out at a console. */
	readonly from?: string | undefined;
	/** The terminal they sit at, for example `/dev/pts/0`; left out without one. */
	readonly terminal?: string | undefined;
};

export function currentPerson(session: SshSession | undefined): Person {
	const {SUDO_USER, LOGNAME} = process.env;
	const terminal = findTerminal();
	return {
		user: SUDO_USER ?? LOGNAME ?? userInfo().username,
		...(session === undefined ? {} : {from: formatAddress(session.client)}),
		...(terminal === undefined ? {} : {terminal}),
	};
}

/** Whoever sits at this console, where nobody has logged in. */
export function personAtConsole(): Person {
	return {terminal: findTerminal()};
}

/** `root from 10.40.0.7`, `root at /dev/tty1`; `console tty1` where nobody has logged in. */
export function describePerson({user, from, terminal}: Person): string {
	if (user === undefined) {
		return nameOfConsole(terminal);
	}

	return from === undefined
		? `${user} at ${terminal ?? 'no terminal'}`
		: `${user} from ${from}`;
}

/** A person may have to find it: a line with letters in its name is no keyboard and screen. */
function nameOfConsole(terminal = '/dev/console'): string {
	const name = terminal.replace(/^\/dev\//, '');
	if (name === 'console') {
		return 'the console';
	}

	return /^(?:tty[A-Z]|hvc)/.test(name) ? `serial console ${name}` : `console ${name}`;
}

function findTerminal(): string | undefined {
	try {
		const path = readlinkSync('/proc/self/fd/0');
		return path.startsWith('/dev/') && path !== '/dev/null' ? path : undefined;
	} catch {
		return undefined;
	}
}
