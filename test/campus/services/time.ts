import type {ServicePlan} from './service.js';

// An NTP version 4 client's question.
const query = Buffer.alloc(48);
query[0] = 0x23;

/** chronyd, which serves the time and never sets the clock (`-x`). */
export const time: ServicePlan = {
	host: 'time',
	command: ['chronyd', '-d', '-x', '-u', 'root', '-f', '/run/campus/chrony.conf'],
	files: {
		'/run/campus/chrony.conf': [
			'local stratum 3',
			'allow',
			'cmdport 0',
			'bindcmdaddress /',
			'pidfile /run/campus/chronyd.pid',
			'',
		].join('\n'),
	},
	question: {protocol: 'udp', port: 123, payload: query.toString('base64')},
};
