import {formatAddress} from '../addresses/address.js';
import type {ShutOut} from './plan.js';

/** `You are connected from 10.40.0.7 and could not log in again after this.` */
export function describeShutOut({peer, port, isSelf, isLogin}: ShutOut): string {
	const address = formatAddress(peer);
	const again = isLogin ? 'log in again' : 'connect again';
	return isSelf && isLogin
		? `You are connected from ${address} and could not ${again} after this.`
		: `${address} is connected to ${port}/tcp and could not ${again} after this.`;
}
