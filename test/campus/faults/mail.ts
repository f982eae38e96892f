import process from 'node:process';
import {forNames, makeCertificate, makeChain} from '../certificates.js';
import {hostPlans} from '../hosts.js';
import {readProgram} from '../programs.js';
import {startService} from '../services/service.js';
import type {Fault} from './fault.js';
import {escapes} from './hostile.js';
import {addAddress} from './network.js';
import {startPeer} from './peers.js';
import {type MailServer, startPostfix} from './postfix.js';
import {startSshServer} from './ssh-server.js';

const name = 'smtp.uni.edu';

type Security = 'starttls' | 'tls' | 'none';

/** Where the site's relay is then, and how mail is to go there. */
function relayAt(address: string, port = 587, security: Security = 'starttls') {
	return {
		names: {[name]: [address]},
		answers: {smtp: {host: name, port, security}},
	};
}

/** A real Postfix with some settings. */
function postfix(what: string, server: MailServer, security?: Security): Fault {
	const {address, port} = server;
	return {
		name: what,
		async bringAbout(campus) {
			await startPostfix(campus, server);
			return relayAt(address, port, security);
		},
	};
}

const encrypting = 'smtpd_tls_security_level = may';

export const mailInClear = postfix('a mail server without STARTTLS', {
	address: '10.61.0.101',
});

export const mailInClearAsWanted = postfix(
	'a mail server without STARTTLS, as the answers have it',
	{address: '10.61.0.102'},
	'none',
);

export const startTlsLast = postfix('a mail server that names STARTTLS last', {
	address: '10.61.0.103',
	settings: [
		encrypting,
		'smtpd_discard_ehlo_keywords = pipelining, size, vrfy, etrn, enhancedstatuscodes, 8bitmime, dsn, smtputf8, chunking',
	],
});

export const turnedAway = postfix('a mail server that turns this one away (554)', {
	address: '10.61.0.104',
	settings: ['smtpd_client_restrictions = reject'],
});

export const busy = postfix('a mail server that is busy (421)', {
	address: '10.61.0.105',
	settings: ['smtpd_client_restrictions = check_client_access static:{421 4.3.2 Busy}'],
});

export const slowBanner = postfix('a mail server that lets strangers wait', {
	address: '10.61.0.106',
	settings: [encrypting, 'smtpd_client_restrictions = sleep 5'],
});

export const tlsFromTheFirstByte = postfix(
	'a mail server with TLS from the first byte, as the answers have it',
	{address: '10.61.0.107', port: 465, settings: ['smtpd_tls_wrappermode = yes']},
	'tls',
);

export const unexpectedTls = postfix('TLS from the first byte where STARTTLS is wanted', {
	address: '10.61.0.108',
	port: 465,
	settings: ['smtpd_tls_wrappermode = yes'],
});

export const unexpectedStartTls = postfix(
	'STARTTLS where TLS from the first byte is wanted',
	{address: '10.61.0.109', settings: [encrypting]},
	'tls',
);

export const mailWithStrangeCiphers = postfix(
	'a mail server that shares no cipher with anybody',
	{
		address: '10.61.0.110',
		settings: [
			encrypting,
			'smtpd_tls_protocols = TLSv1.2',
			'tls_medium_cipherlist = eNULL',
		],
	},
);

export const mailSignedByItself = postfix(
	'a mail server whose certificate signs itself',
	{
		address: '10.61.0.111',
		settings: [encrypting],
		certificate: host => makeCertificate(host, forNames([name])),
	},
);

export const mailOfUnknownAuthority = postfix(
	'a mail server whose certificate is from an authority that nobody knows',
	{
		address: '10.61.0.119',
		settings: [encrypting],
		certificate: host => makeChain(host, 'Mail CA', name),
	},
);

export const unwillingTls = postfix('a mail server that offers STARTTLS and refuses it', {
	address: '10.61.0.120',
	settings: [encrypting, 'smtpd_tls_chain_files = /etc/hostname'],
});

/** A peer that says something else than a mail server, or nothing. */
function peer(
	address: string,
	what: string,
	conduct: Omit<Parameters<typeof startPeer>[2], 'address' | 'port'>,
): Fault {
	return {
		name: what,
		async bringAbout(campus) {
			await startPeer(campus, 'mail', {...conduct, address, port: 587});
			return relayAt(address);
		},
	};
}

export const hostileBanner = peer('10.61.0.112', 'a banner of terminal escapes', {
	words: `554 ${escapes}go away\r\n`,
});

export const endlessBanner = peer('10.61.0.113', 'a banner that never ends', {
	words: `220-${escapes}`.repeat(1000),
	manner: 'for ever',
});

export const drippingBanner = peer('10.61.0.114', 'a banner of one byte a second', {
	words: '220 smtp.uni.edu ESMTP, and so on for ever',
	manner: 'a byte a second',
});

export const silentAfterBanner = peer(
	'10.61.0.121',
	'a mail server that greets and then says nothing more',
	{words: '220 smtp.uni.edu ESMTP\r\n'},
);

export const hangsUpAtOnce = peer('10.61.0.115', 'a mail server that hangs up at once', {
	hangsUp: 'at once',
});

export const noMailServer: Fault = {
	name: 'sshd in place of a mail server',
	async bringAbout(campus) {
		await startSshServer(campus, 'mail', '10.61.0.116', 587);
		return relayAt('10.61.0.116');
	},
};

export const inspectedMail: Fault = {
	name: 'a firewall that writes over STARTTLS',
	async bringAbout(campus) {
		const address = '10.61.0.117';
		const [server] = hostPlans.mail.addresses;
		const {mail} = campus.hosts;
		await addAddress(mail, address);
		const plan = {
			host: 'mail',
			command: [process.execPath, '-', 'mock-inspector', address, server],
			input: await readProgram('mockInspector'),
			files: {},
			question: {protocol: 'tcp', port: 587, address},
		} as const;
		await startService(plan, mail);
		return relayAt(address);
	},
};
