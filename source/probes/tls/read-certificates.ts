import type {DetailedPeerCertificate, TLSSocket} from 'node:tls';
import {plainText} from '../../plain-text.js';
import type {CertificateSeen} from './tls-seen.js';

/** A chain longer than that is a nuisance. */
const most = 10;

/** The chain of the other side, its own certificate first. */
export function readChain(socket: TLSSocket): readonly DetailedPeerCertificate[] {
	const chain: DetailedPeerCertificate[] = [];
	let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
	// A root is its own issuer; without a certificate there is an empty object.
	while (certificate?.raw !== undefined && chain.length < most) {
		chain.push(certificate);
		const issuer: DetailedPeerCertificate | undefined = certificate.issuerCertificate;
		certificate = issuer === certificate ? undefined : issuer;
	}

	return chain;
}

export function describeCertificate({
	subject,
	issuer,
	valid_from: from,
	valid_to: to,
	fingerprint256,
}: DetailedPeerCertificate): CertificateSeen {
	return {
		subject: nameIn(subject),
		issuer: nameIn(issuer),
		issuerOrganisation: organisationIn(issuer),
		validFrom: isoDate(from),
		validTo: isoDate(to),
		fingerprint: fingerprint256,
	};
}

/** The names that a certificate is for (RFC 6125). */
export function namesIn({
	subjectaltname = '',
}: DetailedPeerCertificate): readonly string[] {
	return subjectaltname
		.split(', ')
		.filter(name => name !== '')
		.slice(0, most)
		.map(name => plainText(name.replace(/^(?:DNS|IP Address):/, ''), 100));
}

type Name = DetailedPeerCertificate['subject'];

/** Empty where there is none. */
export function organisationIn(name: Pick<Name, 'O'>): string {
	return textOf(name.O);
}

function nameIn(name: Name): string {
	return textOf(name.CN) || textOf(name.OU) || textOf(name.O) || 'without a name';
}

/** An attribute may be there more than once. */
function textOf(attribute: string | readonly string[] | undefined): string {
	return plainText(
		typeof attribute === 'string' ? attribute : (attribute ?? []).join(', '),
		100,
	);
}

/** OpenSSL writes `Nov 23 02:13:55 2026 GMT`; what is no date is kept out. */
function isoDate(text: string): string {
	const date = new Date(text);
	return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
