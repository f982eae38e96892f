import {hostPlans} from '../hosts.js';
import {zone} from '../zone.js';
import type {ServicePlan} from './service.js';

// One question: the name servers of the root. Any answer will do.
const query = Buffer.from('0001010000010000000000000000020001', 'hex');

/** dnsmasq with some settings, on some addresses. */
export function dnsmasq(
	settings: readonly string[],
	addresses: readonly [string, ...string[]],
): ServicePlan {
	const [address] = addresses;
	const file = `/run/campus/dnsmasq-${address}.conf`;
	const usual = [
		'no-resolv',
		'no-hosts',
		'user=root',
		'group',
		'pid-file',
		'log-facility=-',
	];
	const place = [`listen-address=${addresses.join()}`, 'bind-interfaces'];
	return {
		host: 'dns',
		command: ['dnsmasq', '--keep-in-foreground', `--conf-file=${file}`],
		files: {[file]: [...usual, ...place, ...settings, ''].join('\n')},
		question: {protocol: 'udp', port: 53, address, payload: query.toString('base64')},
	};
}

const records = Object.entries(zone).map(
	([name, addresses]) => `host-record=${[name, ...addresses].join()}`,
);

/** The zone, and NXDOMAIN for every other name. */
export const zoneSettings = ['local-ttl=60', 'address=/#/', ...records] as const;

export const dns = dnsmasq(zoneSettings, hostPlans.dns.addresses);
