import {Buffer} from 'node:buffer';
import type {Account} from '../login.js';

/** The header by which a proxy is told a login (RFC 7617), and nobody behind it. */
export function basicLogin(
	account: Account | undefined,
): Readonly<Record<string, string>> {
	if (account === undefined) {
		return {};
	}

	const {user, password} = account;
	const pair = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
	return {'proxy-authorization': `Basic ${pair}`};
}
