import type {Fault} from './fault.js';
import {startPeer} from './peers.js';
import {startSite} from './sites.js';

// What answers a request in clear, in place of a site or as the site itself.

const name = 'cdn.remirepo.net';

/** An answer, in nginx's words. */
function answering(address: string, what: string, ...directives: string[]): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startSite(campus, {address, directives: directives.join('\n')});
			return {names: {[name]: [address]}};
		},
	};
}

const blockPage =
	'<html><title>Web Page Blocked!</title><p>FortiGuard Intrusion Prevention</html>';

export const namedBlockPage = answering(
	'198.51.100.131',
	'a block page of FortiGuard',
	`return 403 "${blockPage}";`,
);

export const namelessBlockPage = answering(
	'198.51.100.132',
	'a block page that names no product',
	'return 403 "<title>Not here</title>";',
);

export const redirectToFilter = answering(
	'198.51.100.133',
	'a filter that sends on to its own page',
	'return 302 http://blocked.filter.example/?url=$host;',
);

export const captivePortal = answering(
	'198.51.100.134',
	'a network that wants a login (511)',
	'return 511;',
);

export const redirectToPortal = answering(
	'198.51.100.135',
	'a network that sends on to its login page',
	'return 302 http://10.99.0.1/login;',
);

export const transparentProxy = answering(
	'198.51.100.136',
	'a proxy on the way that wants a login (407)',
	'add_header Proxy-Authenticate "Basic realm=web" always;',
	'return 407;',
);

export const brokenSite = answering(
	'198.51.100.137',
	'a site with a fault of its own (500)',
	'return 500;',
);

export const hangsUpOnRequest = answering(
	'198.51.100.138',
	'a site that hangs up on the request',
	'return 444;',
);

export const silentSite: Fault = {
	name: 'a site that answers no request',
	async bringAbout(campus) {
		const address = '198.51.100.139';
		await startPeer(campus, 'web', {address, port: 80});
		return {names: {[name]: [address]}};
	},
};

export const noWebServer: Fault = {
	name: 'a host that speaks SSH on port 80',
	async bringAbout(campus) {
		const address = '198.51.100.140';
		const words = 'SSH-2.0-OpenSSH_9.2\r\n';
		await startPeer(campus, 'web', {address, port: 80, words});
		return {names: {[name]: [address]}};
	},
};
