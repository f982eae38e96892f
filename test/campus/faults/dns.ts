import type {Campus} from '../campus.js';
import {hostPlans} from '../hosts.js';
import {dnsmasq, zoneSettings} from '../services/dns.js';
import {startService} from '../services/service.js';
import type {Fault} from './fault.js';
import {addAddress, filterOnTheWay} from './network.js';

// DNS servers with an address each, which the site's answers name.

async function startDns({hosts}: Campus, address: string, ...settings: string[]) {
	await addAddress(hosts.dns, address);
	await startService(dnsmasq(settings, [address]), hosts.dns);
}

const name = 'bitbucket.org';
const otherNames = without(name);

/** The zone, and NXDOMAIN for one of its names too. */
function without(missing: string): readonly string[] {
	return zoneSettings.filter(setting => !setting.includes(missing));
}

/** A DNS server that says of one name what dnsmasq calls by this setting. */
function dnsWith(address: string, what: string, ...settings: readonly string[]): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startDns(campus, address, ...otherNames, ...settings);
			return {answers: {dns: {servers: [address]}}};
		},
	};
}

export const nameGone = dnsWith('10.62.0.101', 'a name that does not exist');

export const changedNameGone: Fault = {
	name: 'a name that is gone since its service has changed',
	async bringAbout(campus) {
		await startDns(campus, '10.62.0.117', ...without('azureedge.net'));
		return {answers: {dns: {servers: ['10.62.0.117']}}};
	},
};

export const retiredName: Fault = {
	name: 'a name that was retired',
	bringAbout: async () => ({}),
};

export const nameWithoutAddress = dnsWith(
	'10.62.0.102',
	'a name without an address',
	`txt-record=${name},moved`,
);

export const privateAnswer = dnsWith(
	'10.62.0.103',
	'a private answer for a public name',
	`host-record=${name},10.1.1.1`,
);

export const sinkhole = dnsWith(
	'10.62.0.104',
	'a DNS filter that answers with no address at all',
	`host-record=${name},0.0.0.0`,
);

export const answerInside: Fault = {
	name: 'an answer that points inside, where only the listed destinations are permitted',
	async bringAbout(campus) {
		const address = '10.62.0.122';
		await startDns(campus, address, ...otherNames, `host-record=${name},10.1.1.1`);
		return {
			answers: {dns: {servers: [address]}, outbound: {mode: 'destinations'}},
		};
	},
};

/**
 * What SERVFAIL mostly is in practice: an answer that does not pass DNSSEC. Nothing in the
 * campus is signed, with the root's key of 2017 or any other.
 */
function validationBy(server: string): readonly string[] {
	const digest = 'E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D';
	return [`server=${server}`, 'dnssec', `trust-anchor=.,20326,8,2,${digest}`];
}

export const nameThatFails: Fault = {
	name: 'a name whose look-up fails (SERVFAIL)',
	async bringAbout(campus) {
		const [address, unsigned] = ['10.62.0.105', '10.62.0.106'];
		await startDns(campus, unsigned, ...zoneSettings);
		// What is known here is not asked further on.
		const known = otherNames.filter(setting => setting !== 'address=/#/');
		const others = [...known, 'address=/centos.org/'];
		await startDns(campus, address, ...others, ...validationBy(unsigned));
		return {answers: {dns: {servers: [address]}}};
	},
};

export const nameThatHangs: Fault = {
	name: 'a DNS server that waits for another one to tell a name',
	async bringAbout(campus) {
		const [address, silent] = ['10.62.0.120', '10.62.0.121'];
		await filterOnTheWay(campus, `ip daddr ${silent} drop`);
		await startDns(campus, address, ...otherNames, `server=/${name}/${silent}`);
		return {answers: {dns: {servers: [address]}}};
	},
};

export const halfAnswered: Fault = {
	name: 'a name whose IPv6 address cannot be looked up',
	async bringAbout(campus) {
		const [address, unsigned] = ['10.62.0.118', '10.62.0.119'];
		await startDns(campus, unsigned, ...zoneSettings);
		const known = zoneSettings
			.filter(setting => setting !== 'address=/#/' && !setting.includes(name))
			.concat(
				`host-record=${name},${hostPlans.web.addresses[0]}`,
				'address=/centos.org/',
			);
		await startDns(campus, address, ...known, ...validationBy(unsigned));
		return {answers: {dns: {servers: [address]}}};
	},
};

export const failingDns: Fault = {
	name: 'a DNS server that fails every look-up (SERVFAIL)',
	async bringAbout(campus) {
		const [address, unsigned] = ['10.62.0.107', '10.62.0.108'];
		await startDns(campus, unsigned, ...zoneSettings);
		await startDns(campus, address, ...validationBy(unsigned));
		return {answers: {dns: {servers: [address]}}};
	},
};

export const refusingDns: Fault = {
	name: 'a DNS server that refuses (REFUSED)',
	async bringAbout(campus) {
		await startDns(campus, '10.62.0.109');
		return {answers: {dns: {servers: ['10.62.0.109']}}};
	},
};

export const silentDns: Fault = {
	name: 'a firewall that drops what goes to the DNS',
	async bringAbout(campus) {
		await filterOnTheWay(campus, 'ip daddr 10.62.0.110 drop');
		return {answers: {dns: {servers: ['10.62.0.110']}}};
	},
};

export const dnsSwitchedOff: Fault = {
	name: 'a host that is no DNS server',
	async bringAbout({hosts}) {
		await addAddress(hosts.dns, '10.62.0.111');
		return {answers: {dns: {servers: ['10.62.0.111']}}};
	},
};

export const oneOfTwoDnsSilent: Fault = {
	name: 'one of two DNS servers is silent',
	async bringAbout(campus) {
		await startDns(campus, '10.62.0.112', ...zoneSettings);
		await filterOnTheWay(campus, 'ip daddr 10.62.0.113 drop');
		return {answers: {dns: {servers: ['10.62.0.112', '10.62.0.113']}}};
	},
};

export const dnsOverTcpBlocked: Fault = {
	name: 'a firewall that lets DNS through over UDP only',
	async bringAbout(campus) {
		await startDns(campus, '10.62.0.114', ...zoneSettings);
		await filterOnTheWay(campus, 'ip daddr 10.62.0.114 tcp dport 53 drop');
		return {answers: {dns: {servers: ['10.62.0.114']}}};
	},
};

export const dnsServersDisagree: Fault = {
	name: 'one of two DNS servers does not know a name',
	async bringAbout(campus) {
		await startDns(campus, '10.62.0.115', ...zoneSettings);
		await startDns(campus, '10.62.0.116', ...otherNames);
		return {answers: {dns: {servers: ['10.62.0.115', '10.62.0.116']}}};
	},
};
