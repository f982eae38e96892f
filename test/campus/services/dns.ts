import {zone} from '../zone.js';
import type {ServicePlan} from './service.js';

// One question: the name servers of the root. Any answer will do.
const query = Buffer.from('0001010000010000000000000000020001', 'hex');

/** dnsmasq: the zone, and NXDOMAIN for every other name. */
export const dns: ServicePlan = {
	host: 'dns',
	command: ['dnsmasq', '--keep-in-foreground', '--conf-file=/run/campus/dnsmasq.conf'],
	files: {
		'/run/campus/dnsmasq.conf': [
			'no-resolv',
			'no-hosts',
			'user=root',
			'pid-file',
			'log-facility=-',
			'local-ttl=60',
			'address=/#/',
			...Object.entries(zone).map(
				([name, addresses]) => `host-record=${[name, ...addresses].join()}`,
			),
			'',
		].join('\n'),
	},
	question: {protocol: 'udp', port: 53, payload: query.toString('base64')},
};
