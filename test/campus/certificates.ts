import {atTime} from './at-time.js';
import type {Host} from './host.js';
import {zone} from './zone.js';

export type Certificate = {readonly certificate: string; readonly key: string};

export type Certificates = Certificate & {
	/** The certificate of the authority that issued it. */
	readonly authority: string;
};

/** The place of the authority's certificate in every host, for NODE_EXTRA_CA_CERTS. */
export const authorityPath = '/etc/campus-authority.pem';

/** Its name, as certificates tell it. */
const authoritySubject = '/O=Campus test authority/CN=Campus test authority';

/** What makes a certificate one of an authority. */
export const forAuthority = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'] as const;

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];

/**
 * Makes an authority and one certificate that names everything in the zone, inside a host
 * so that no file is left over.
 */
export async function makeCertificates(host: Host): Promise<Certificates> {
	const authority = await makeCertificate(host, [
		...['-subj', authoritySubject],
		...forAuthority,
	]);
	await keepAuthority(host, 'campus', authority);
	const leaf = await makeCertificate(host, forNames(Object.keys(zone), 'campus'));
	return {authority: authority.certificate, ...leaf};
}

/** Keeps an authority on a host, so that certificates can be made there in its name. */
export function keepAuthority(host: Host, name: string, {certificate, key}: Certificate) {
	return host.write(authorityFile(name), key + certificate, 0o600);
}

/** What openssl needs to make a certificate in the name of an authority that was kept. */
export function issuedBy(authority: string): readonly string[] {
	const file = authorityFile(authority);
	return ['-CA', file, '-CAkey', file];
}

/**
 * What openssl needs for a server's certificate.
 * @param issuer an authority that was kept; without one the certificate signs itself
 */
export function forNames(
	[name = '', ...more]: readonly string[],
	issuer?: string,
): readonly string[] {
	const names = [name, ...more].map(each => `DNS:${each}`);
	return [
		...(issuer === undefined ? [] : issuedBy(issuer)),
		...['-subj', `/CN=${name}`],
		...['-addext', 'basicConstraints=critical,CA:FALSE'],
		...['-addext', `subjectAltName=${names.join()}`],
	];
}

/**
 * Makes a key and a certificate for 30 days.
 * @param arguments_ what openssl-req(1) is told beside that
 * @param from the first of these days, as `atTime` understands it; today unless told
 */
export async function makeCertificate(
	host: Host,
	arguments_: readonly string[],
	from?: string,
): Promise<Certificate> {
	const openssl = [
		...(['openssl', 'req', '-x509', '-days', '30'] as const),
		...[...newKey, '-keyout', '-', '-out', '-'],
		...arguments_,
	] as const;
	const [file, ...rest] = from === undefined ? openssl : atTime(from, openssl);
	const {exitCode, stdout, stderr} = await host.run(file, rest);
	const [key = '', certificate = ''] =
		`${stdout}\n`.match(/-----BEGIN.+?-----END.+?-----\n/gs) ?? [];
	if (exitCode !== 0 || !certificate) {
		throw new Error(`openssl could not make a certificate: ${stderr}`);
	}

	return {key, certificate};
}

/** A certificate of an authority that was not there before, in one file with that one's. */
export async function makeChain(
	host: Host,
	issuer: string,
	name: string,
): Promise<Certificates> {
	const authority = await makeCertificate(host, [
		...['-subj', `/O=${issuer}/CN=${issuer}`],
		...forAuthority,
	]);
	await keepAuthority(host, issuer, authority);
	const {certificate, key} = await makeCertificate(host, forNames([name], issuer));
	return {
		authority: authority.certificate,
		certificate: certificate + authority.certificate,
		key,
	};
}

const authorityFile = (name: string) => `/run/campus/authority-${name}.pem`;
