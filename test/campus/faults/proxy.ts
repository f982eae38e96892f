import type {Campus} from '../campus.js';
import {startService} from '../services/service.js';
import {nginx} from '../services/web.js';
import type {Fault, Surroundings} from './fault.js';
import {addAddress, filterOnTheWay} from './network.js';
import {startPeer} from './peers.js';

const port = 3128;

/** Starts a real tinyproxy on an address of its own, with some settings. */
async function startTinyproxy(
	{hosts: {stranger}}: Campus,
	address: string,
	settings: readonly string[],
): Promise<void> {
	await addAddress(stranger, address);
	const folder = `/run/campus/tinyproxy-${address}`;
	// Without "User" it stays who it is: a user's own namespaces know nobody else.
	const usual = [`Listen ${address}`, `Port ${port}`];
	const limits = ['MaxClients 20', 'Timeout 30', `PidFile "${folder}/pid"`];
	const plan = {
		host: 'stranger',
		command: ['tinyproxy', '-d', '-c', `${folder}/tinyproxy.conf`],
		files: {
			[`${folder}/tinyproxy.conf`]: [...usual, ...limits, ...settings, ''].join('\n'),
			[`${folder}/filter`]: 'bitbucket\\.org\ncdn\\.remirepo\\.net\n',
		},
		question: {protocol: 'tcp', port, address},
	} as const;
	await startService(plan, stranger);
}

/** A site whose web traffic has to go through a proxy: straight there is no way. */
function behindProxy(proxy: string): Surroundings {
	return {
		names: {'bitbucket.org': ['203.0.113.1'], 'cdn.remirepo.net': ['203.0.113.1']},
		answers: {proxy: {url: `http://${proxy}:${port}`, noProxy: []}},
	};
}

function tinyproxy(address: string, what: string, ...settings: string[]): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startTinyproxy(campus, address, settings);
			return behindProxy(address);
		},
	};
}

export const workingProxy = tinyproxy(
	'10.99.0.101',
	'a proxy that works, and no other way',
);

export const proxyWithLogin = tinyproxy(
	'10.99.0.102',
	'a proxy that wants a login (407)',
	'BasicAuth somebody secret',
);

/** A proxy that wants a login, for a site whose answers have one. */
function proxyWithOwnLogin(
	address: string,
	what: string,
	environment: Readonly<Record<string, string>>,
): Fault {
	const login = {user: 'analytics', password: {env: 'PROXY_PASSWORD'}};
	return {
		name: what,
		async bringAbout(campus) {
			await startTinyproxy(campus, address, ['BasicAuth analytics s3cretPassphrase']);
			const surroundings = behindProxy(address);
			const proxy = {...surroundings.answers?.proxy, login};
			return {...surroundings, answers: {proxy}, environment};
		},
	};
}

export const proxyTakesLogin = proxyWithOwnLogin(
	'10.99.0.111',
	'a proxy that takes the login of the answers',
	{PROXY_PASSWORD: 's3cretPassphrase'},
);

export const proxyRefusesLogin = proxyWithOwnLogin(
	'10.99.0.112',
	'a proxy that refuses the login of the answers',
	{PROXY_PASSWORD: 'another'},
);

export const proxyLoginMissing = proxyWithOwnLogin(
	'10.99.0.113',
	'a proxy whose password nobody gives',
	{},
);

export const filteringProxy = tinyproxy(
	'10.99.0.103',
	'a proxy that filters (403)',
	'Filter "/run/campus/tinyproxy-10.99.0.103/filter"',
);

/** A proxy before which there is a firewall that does what nft calls by this word. */
function blockedProxy(address: string, what: string, action: string): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startTinyproxy(campus, address, [`Bind ${address}`]);
			const out = `ip saddr ${address} tcp dport { 80, 443 }`;
			await filterOnTheWay(campus, `${out} ${action}`);
			return behindProxy(address);
		},
	};
}

export const proxyWithoutWay = blockedProxy(
	'10.99.0.104',
	'a proxy that is refused further on',
	'reject',
);

export const hangingProxy = blockedProxy(
	'10.99.0.109',
	'a proxy that waits for the destination for ever',
	'drop',
);

export const portForbiddenByProxy = tinyproxy(
	'10.99.0.105',
	'a proxy that forbids the port',
	'ConnectPort 8443',
);

export const noProxy: Fault = {
	name: 'nginx in place of a proxy',
	async bringAbout(campus) {
		const address = '10.99.0.106';
		const {stranger} = campus.hosts;
		await addAddress(stranger, address);
		const server = `server { listen ${address}:${port}; return 200; }`;
		const question = {protocol: 'tcp', port, address} as const;
		await startService(nginx(`/run/campus/${address}`, server, {}, question), stranger);
		return behindProxy(address);
	},
};

export const proxyHangsUp: Fault = {
	name: 'a proxy that hangs up on the request',
	async bringAbout(campus) {
		const address = '10.99.0.110';
		await startPeer(campus, 'stranger', {address, port, hangsUp: 'when spoken to'});
		return behindProxy(address);
	},
};

export const proxyGone: Fault = {
	name: 'a host that is no proxy any more',
	async bringAbout(campus) {
		await addAddress(campus.hosts.stranger, '10.99.0.107');
		return behindProxy('10.99.0.107');
	},
};

export const proxyBlocked: Fault = {
	name: 'a firewall before the proxy',
	async bringAbout(campus) {
		await filterOnTheWay(campus, 'ip daddr 10.99.0.108 drop');
		return behindProxy('10.99.0.108');
	},
};
