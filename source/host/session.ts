import {type Address, parseAddress} from '../addresses/address.js';

/** The address an SSH session comes from, or undefined at a console (ssh(1)). */
export function sshClient({SSH_CONNECTION}: NodeJS.ProcessEnv): Address | undefined {
	return parseAddress(SSH_CONNECTION?.split(' ')[0] ?? '');
}
