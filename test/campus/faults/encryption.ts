import {type Certificate, forNames, makeCertificate} from '../certificates.js';
import type {Host} from '../host.js';
import type {Fault} from './fault.js';
import {filterOnTheWay} from './network.js';
import {startPeer} from './peers.js';
import {startSite} from './sites.js';

const name = 'license.looker.com';

function certificateOn(host: Host): Promise<Certificate> {
	return makeCertificate(host, forNames([name], 'campus'));
}

/** A site that encrypts only as nginx is told with these words. */
function siteThatTakes(address: string, what: string, ...directives: string[]): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startSite(campus, {
				address,
				certificate: await certificateOn(campus.hosts.web),
				directives: [...directives, 'return 200 "This is $host\\n";'].join('\n'),
			});
			return {names: {[name]: [address]}};
		},
	};
}

export const oldTls = siteThatTakes(
	'198.51.100.121',
	'a site that knows TLS 1.0 and 1.1 only',
	'ssl_protocols TLSv1 TLSv1.1;',
	'ssl_ciphers DEFAULT:@SECLEVEL=0;',
);

export const strangeCiphers = siteThatTakes(
	'198.51.100.122',
	'a site that shares no cipher with anybody',
	'ssl_protocols TLSv1.2;',
	'ssl_ciphers eNULL:@SECLEVEL=0;',
);

export const silentTls: Fault = {
	name: 'a site that hangs when encryption is to begin',
	async bringAbout(campus) {
		const address = '198.51.100.123';
		await startPeer(campus, 'web', {address, port: 443});
		return {names: {[name]: [address]}};
	},
};

export const brokenTls: Fault = {
	name: 'a site that does not keep to the order of TLS',
	async bringAbout(campus) {
		const address = '198.51.100.126';
		// "I have nothing more to say", before it has said anything (RFC 5246 section 7.4.5).
		const words = '\u0016\u0003\u0003\u0000\u0004\u000e\u0000\u0000\u0000';
		await startPeer(campus, 'web', {address, port: 443, words});
		return {names: {[name]: [address]}};
	},
};

export const cutAtHello: Fault = {
	name: 'a firewall that cuts the connection when it reads the name',
	async bringAbout(campus) {
		const address = '198.51.100.124';
		await startSite(campus, {
			address,
			certificate: await certificateOn(campus.hosts.web),
			directives: 'return 200;',
		});
		// Only the first words of TLS are so long.
		const hello = `ip daddr ${address} tcp dport 443 ip length > 150`;
		await filterOnTheWay(campus, `${hello} reject with tcp reset`);
		return {names: {[name]: [address]}};
	},
};

export const clearOn443: Fault = {
	name: 'a web server that speaks in clear on port 443',
	async bringAbout(campus) {
		const address = '198.51.100.125';
		await startSite(campus, {address, port: 443, directives: 'return 200;'});
		return {names: {[name]: [address]}};
	},
};
