import type {Campus} from '../campus.js';
import {type Certificate, forNames, makeCertificate} from '../certificates.js';
import type {Host} from '../host.js';
import {startService} from '../services/service.js';
import {addAddress} from './network.js';

export type MailServer = {
	/** One that nobody has. */
	readonly address: string;
	/** Others of that kind, where it answers too. */
	readonly more?: readonly string[];
	/** 587 unless told. */
	readonly port?: number;
	/** Beside what every one needs, in postconf(5)'s words. */
	readonly settings?: readonly string[];
	/** Made on a host where the campus's authority is; one of that unless told. */
	readonly certificate?: (host: Host) => Promise<Certificate>;
};

// It makes its own queue, but not the folder for it. What was written just now it reads
// again and again, to see whether that is all.
const start = `
	mkdir -p "$1-queue" "$1-data"
	chown postfix "$1-data"
	touch --date=yesterday "$1/main.cf" "$1/master.cf"
	exec postfix -c "$1" start-fg
`;

/** Starts a real Postfix that talks with whoever comes, on an address of its own. */
export async function startPostfix(
	{hosts: {mail, web}}: Campus,
	{
		address,
		more = [],
		port = 587,
		settings = [],
		certificate = host => makeCertificate(host, forNames(['smtp.uni.edu'], 'campus')),
	}: MailServer,
): Promise<void> {
	const addresses = [address, ...more];
	for (const each of addresses) {
		await addAddress(mail, each);
	}

	const made = await certificate(web);
	const folder = `/run/campus/postfix-${address}`;
	const usual = [
		'compatibility_level = 3.6',
		`queue_directory = ${folder}-queue`,
		`data_directory = ${folder}-data`,
		`smtpd_tls_chain_files = ${folder}/chain.pem`,
		'myhostname = smtp.uni.edu',
		'smtpd_peername_lookup = no',
		'smtpd_delay_reject = no',
		'local_recipient_maps =',
	];
	const services = [
		...addresses.map(each => `${placeOf(each)}:${port} inet n - n - - smtpd`),
		'tlsmgr unix - - n - 1 tlsmgr',
		'anvil unix - - n - 1 anvil',
	];
	const plan = {
		host: 'mail',
		command: ['sh', '-ec', start, 'sh', folder],
		files: {
			[`${folder}/main.cf`]: [...usual, ...settings, ''].join('\n'),
			[`${folder}/master.cf`]: [...services, ''].join('\n'),
			[`${folder}/chain.pem`]: made.key + made.certificate,
		},
		question: {protocol: 'tcp', port, address},
	} as const;
	await startService(plan, mail);
}

function placeOf(address: string): string {
	return address.includes(':') ? `[${address}]` : address;
}
