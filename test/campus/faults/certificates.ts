import type {Campus} from '../campus.js';
import {
	type Certificate,
	forAuthority,
	forNames,
	issuedBy,
	keepAuthority,
	makeCertificate,
	makeChain,
} from '../certificates.js';
import type {Host} from '../host.js';
import type {Fault} from './fault.js';
import {startSite} from './sites.js';

const name = 'bitbucket.org';
const answer = 'return 200 "This is $host\\n";';

/** A site that shows a certificate. */
function siteWith(
	address: string,
	what: string,
	make: (host: Host) => Promise<Certificate>,
): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			const certificate = await make(campus.hosts.web);
			await startSite(campus, {address, certificate, directives: answer});
			return {names: {[name]: [address]}};
		},
	};
}

export const expiredCertificate = siteWith(
	'198.51.100.111',
	'a certificate that has ended',
	host => makeCertificate(host, forNames([name], 'campus'), '2020-01-01 00:00:00'),
);

export const futureCertificate = siteWith(
	'198.51.100.112',
	'a certificate that has not begun',
	host => makeCertificate(host, forNames([name], 'campus'), '2040-01-01 00:00:00'),
);

export const selfSignedCertificate = siteWith(
	'198.51.100.113',
	'a certificate that signs itself',
	host => makeCertificate(host, forNames([name])),
);

export const otherName = siteWith(
	'198.51.100.114',
	'a certificate for another name',
	host => makeCertificate(host, forNames(['www.example.com'], 'campus')),
);

export const incompleteChain = siteWith(
	'198.51.100.115',
	'a chain without its intermediate',
	async host => {
		const between = await makeCertificate(host, [
			...issuedBy('campus'),
			...['-subj', '/O=Campus test authority/CN=Campus test authority 2'],
			...forAuthority,
		]);
		await keepAuthority(host, 'between', between);
		return makeCertificate(host, forNames([name], 'between'));
	},
);

export const interception = siteWith(
	'198.51.100.116',
	'a firewall that opens the encryption',
	host => makeChain(host, 'FortiGate CA', name),
);

const ownAuthority = '/etc/site-authority.pem';

export const trustedInterception: Fault = {
	name: 'a firewall that opens the encryption, in the name of an authority of the site',
	async bringAbout(campus: Campus) {
		const {web, appliance} = campus.hosts;
		const address = '198.51.100.117';
		const chain = await makeChain(web, 'University CA', name);
		await startSite(campus, {address, certificate: chain, directives: answer});
		await appliance.write(ownAuthority, chain.authority);
		return {
			names: {[name]: [address]},
			environment: {SSL_CERT_FILE: ownAuthority},
		};
	},
};
