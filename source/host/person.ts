import {userInfo} from 'node:os';
import process from 'node:process';
import {type Address, formatAddress} from '../addresses/address.js';

/** The human behind this process, as far as the machine knows. */
export type Person = {
	/** The name they logged in with, before sudo or su. */
	readonly user: string;
	/** The address of their SSH session; left out at a console. */
	readonly from?: string | undefined;
};

/** @param sshClient where the session comes from */
export function currentPerson(sshClient: Address | undefined): Person {
	const {SUDO_USER, LOGNAME} = process.env;
	return {
		user: SUDO_USER ?? LOGNAME ?? userInfo().username,
		...(sshClient === undefined ? {} : {from: formatAddress(sshClient)}),
	};
}
