import {brokenIpv6} from '../campus/faults/appliance.js';
import {interception} from '../campus/faults/certificates.js';
import {dnsSwitchedOff} from '../campus/faults/dns.js';
import type {Fault} from '../campus/faults/fault.js';
import {droppingFirewall} from '../campus/faults/firewalls.js';
import {allLargePacketsLost} from '../campus/faults/large-packets.js';
import {inspectedMail} from '../campus/faults/mail.js';
import {namedBlockPage} from '../campus/faults/pages.js';
import {proxyWithLogin} from '../campus/faults/proxy.js';
import {newTlsOnlySql} from '../campus/faults/sql.js';
import {fastClock} from '../campus/faults/time.js';
import {missingPackages, type Program} from '../campus/need.js';

/** A campus with something wrong in it, or nothing. */
export type Network = {
	/** What `--fault` calls it. */
	readonly name: string;
	readonly title: string;
	readonly fault?: Fault;
	/** What it needs beside what every campus has. */
	readonly programs?: readonly Program[];
};

/** What can be chosen. Each fault runs where a user can be nobody but root and themselves. */
export const networks: readonly [Network, ...Network[]] = [
	{name: 'none', title: 'Everything works'},
	{
		name: 'license',
		title: 'A firewall on the way drops 443 to license.looker.com',
		fault: droppingFirewall,
	},
	{
		name: 'inspection',
		title: 'A firewall opens the encryption to bitbucket.org and reads it',
		fault: interception,
	},
	{
		name: 'block-page',
		title: 'A web filter answers in place of cdn.remirepo.net',
		fault: namedBlockPage,
	},
	{
		name: 'proxy',
		title: 'Web traffic goes through a proxy, which wants a login',
		fault: proxyWithLogin,
		programs: ['tinyproxy'],
	},
	{name: 'dns', title: 'The DNS is down', fault: dnsSwitchedOff},
	{
		name: 'sql',
		title: 'The SQL Server refuses the encryption that it is offered',
		fault: newTlsOnlySql,
	},
	{
		name: 'mail',
		title: 'A firewall before the mail relay strikes out its STARTTLS',
		fault: inspectedMail,
	},
	{
		name: 'clock',
		title: 'The clock of this server is a year fast',
		fault: fastClock,
		programs: ['faketime'],
	},
	{name: 'ipv6', title: 'IPv6 reaches nothing', fault: brokenIpv6},
	{
		name: 'packets',
		title: 'Large packets are lost on the way, from everywhere',
		fault: allLargePacketsLost,
		programs: ['ethtool'],
	},
];

/** Those for which every program is here. */
export function offeredNetworks(): readonly Network[] {
	return networks.filter(({programs = []}) => missingPackages(programs).length === 0);
}
