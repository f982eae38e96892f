import {type Address, formatAddress, isSameAddress} from '../../addresses/address.js';
import {isLoopback} from '../../addresses/cidr-list.js';
import {type Judgement, judgement} from '../../probes/judgement.js';

/** Whether the name of this server leads here, as far as its own addresses show. */
export function judgeOwnName(
	led: readonly Address[],
	own: readonly Address[],
): Judgement {
	const isHere = (address: Address) =>
		isLoopback(address) || own.some(known => isSameAddress(known, address));
	if (led.every(isLoopback)) {
		const named = led.map(formatAddress).join(', ');
		const detail = `${named}: it leads to this server only on this server itself`;
		return judgement('dns.elsewhere', detail, {named});
	}

	const elsewhere = led.filter(address => !isHere(address));
	const named = elsewhere.map(formatAddress).join(', ');
	if (elsewhere.length === 0) {
		return judgement(null, `${led.map(formatAddress).join(', ')}, this server`);
	}

	return elsewhere.length === led.length
		? judgement('dns.elsewhere', `${named}, not an address of this server`, {named})
		: judgement('dns.elsewhere', `this server, but ${named} too`, {named});
}
