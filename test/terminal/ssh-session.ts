import process from 'node:process';
import type {Campus} from '../campus/campus.js';
import type {HostName} from '../campus/hosts.js';
import {sshTo} from '../campus/services/ssh.js';
import {startTerminal, type Terminal, type TerminalOptions} from '../helpers/terminal.js';

export const appliance4 = '10.10.0.10';

/** The program on the appliance, as somebody has it who logged in from another host. */
export function programOverSsh(
	{hosts}: Campus,
	from: HostName,
	flags: readonly string[] = [],
	options?: TerminalOptions,
): Terminal {
	const [ssh, arguments_] = sshTo(appliance4, commandLine(flags));
	const [file, inside] = hosts[from].enter(ssh, ['-tt', ...arguments_]);
	return startTerminal(file, inside, options);
}

/** What the login shell is given. */
export function commandLine(flags: readonly string[]): string {
	return `cd '${process.cwd()}' && LANG=C.UTF-8 exec '${process.execPath}' dist/cli.js ${flags.join(' ')}`;
}
