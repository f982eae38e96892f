import type {Socket} from 'node:net';
import type {Address} from '../addresses/address.js';
import type {LoginClient, LoginErrand, LoginSeen} from './login.js';
import {openTcp} from './tcp/open-tcp.js';

/**
 * Tries a login once, at one address: more attempts with a wrong password would lock the
 * account.
 * @throws the signal's reason when it is called off
 */
export async function logIn(
	address: Address,
	errand: LoginErrand,
	client: LoginClient,
): Promise<LoginSeen> {
	const {dialled, socket} = await openTcp(address, errand.port, client);
	if (socket === undefined) {
		return {dialled};
	}

	try {
		return {dialled, ...(await logInOn(socket, errand, client))};
	} finally {
		socket.destroy();
	}
}

/** Most runs log in nowhere, and need not load what speaks the protocols for us. */
async function logInOn(
	socket: Socket,
	errand: LoginErrand,
	client: LoginClient,
): Promise<Omit<LoginSeen, 'dialled'>> {
	if (errand.for === 'sql') {
		const {logInToSql} = await import('./sql/log-in.js');
		return {sql: await logInToSql(socket, errand, client.signal)};
	}

	const {logInToMail} = await import('./smtp/log-in.js');
	return {mail: await logInToMail(socket, errand, client)};
}
