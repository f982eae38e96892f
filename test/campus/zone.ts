import {type HostName, hostPlans} from './hosts.js';

const namesOf = {
	appliance: ['analytics.uni.edu'],
	sql: ['mssql.uni.edu'],
	mail: ['smtp.uni.edu', 'smtp.sendgrid.net'],
	time: [
		'0.centos.pool.ntp.org',
		'1.centos.pool.ntp.org',
		'2.centos.pool.ntp.org',
		'3.centos.pool.ntp.org',
	],
	web: [
		'cdn.remirepo.net',
		'rpms.remirepo.net',
		'mirrors.fedoraproject.org',
		's2public.blob.core.windows.net',
		'software2-public.azureedge.net',
		'bitbucket.org',
		'license.looker.com',
	],
} as const satisfies Partial<Record<HostName, readonly string[]>>;

/**
 * Every name the campus knows, with its addresses. All others are NXDOMAIN, among them
 * mirrorlist.centos.org, as in reality.
 */
export const zone: Readonly<Record<string, readonly string[]>> = {
	...Object.fromEntries(
		Object.entries(namesOf).flatMap(([host, names]) =>
			names.map(name => [name, hostPlans[host as keyof typeof namesOf].addresses]),
		),
	),
	'aa1.uni.edu': hostPlans.appsanywhere.addresses.slice(0, 2),
	'aa2.uni.edu': hostPlans.appsanywhere.addresses.slice(2),
};
