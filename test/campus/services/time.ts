import {hostPlans} from '../hosts.js';
import type {ServicePlan} from './service.js';

// An NTP version 4 client's question.
const query = Buffer.alloc(48);
query[0] = 0x23;

/** chronyd with some settings, on some addresses. It never sets the clock (`-x`). */
export function chronyd(
	settings: readonly string[],
	addresses: readonly [string, ...string[]],
): ServicePlan {
	const [address] = addresses;
	const file = `/run/campus/chrony-${address}.conf`;
	const usual = ['allow', 'cmdport 0', 'bindcmdaddress /'];
	const place = addresses.map(each => `bindaddress ${each}`);
	const pidFile = `pidfile /run/campus/chronyd-${address}.pid`;
	return {
		host: 'time',
		command: ['chronyd', '-d', '-x', '-u', 'root', '-f', file],
		files: {[file]: [...usual, ...place, pidFile, ...settings, ''].join('\n')},
		question: {protocol: 'udp', port: 123, address, payload: query.toString('base64')},
	};
}

/** Says that it knows the time by itself. */
export const time = chronyd(['local stratum 3'], hostPlans.time.addresses);
