import type {Host} from './host.js';
import {zone} from './zone.js';

export type Certificates = {
	/** The certificate of the campus's own authority. */
	readonly authority: string;
	/** A certificate that names everything in the zone, and its key. */
	readonly certificate: string;
	readonly key: string;
};

/** The place of the authority's certificate in every host, for NODE_EXTRA_CA_CERTS. */
export const authorityPath = '/etc/campus-authority.pem';

const folder = '/run/campus';
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];

/** Makes an authority and one certificate, inside a host so that no file is left over. */
export async function makeCertificates(host: Host): Promise<Certificates> {
	const authority = await request(host, [
		...['-subj', '/CN=Campus test authority'],
		...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
	]);
	await host.write(
		`${folder}/authority.pem`,
		authority.key + authority.certificate,
		0o600,
	);
	const leaf = await request(host, [
		...['-CA', `${folder}/authority.pem`, '-CAkey', `${folder}/authority.pem`],
		...['-subj', '/CN=campus', '-addext', 'basicConstraints=critical,CA:FALSE'],
		...[
			'-addext',
			`subjectAltName=${Object.keys(zone)
				.map(name => `DNS:${name}`)
				.join()}`,
		],
	]);
	return {authority: authority.certificate, ...leaf};
}

async function request(host: Host, arguments_: readonly string[]) {
	const {exitCode, stdout, stderr} = await host.run('openssl', [
		...['req', '-x509', '-days', '30', ...newKey, '-keyout', '-', '-out', '-'],
		...arguments_,
	]);
	const [key = '', certificate = ''] =
		`${stdout}\n`.match(/-----BEGIN.+?-----END.+?-----\n/gs) ?? [];
	if (exitCode !== 0 || !certificate) {
		throw new Error(`openssl could not make a certificate: ${stderr}`);
	}

	return {key, certificate};
}
