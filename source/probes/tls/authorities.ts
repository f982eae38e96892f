import {X509Certificate} from 'node:crypto';
import {existsSync} from 'node:fs';
import {getCACertificates} from 'node:tls';
import {organisationIn} from './read-certificates.js';
import type {TlsEstablished} from './tls-seen.js';

/** The certificate authorities that are known here. */
export type Authorities = {
	/** Of all of them, as PEM. */
	readonly certificates: readonly string[];
	/** Who vouches for a chain, the server's own certificate first, each as DER. */
	readonly examine: (
		chain: readonly Buffer[],
	) => Pick<TlsEstablished, 'trust' | 'isIncomplete'>;
};

let known: Authorities | undefined;

/** Those that Node.js ships, those that `NODE_EXTRA_CA_CERTS` names, and this server's own store. */
export function knownAuthorities(): Authorities {
	known ??= readAuthorities();
	return known;
}

/** Where it is missing, Node.js itself complains on stderr, in the middle of a screen. */
const ownStore = '/etc/ssl/certs';

function readAuthorities(): Authorities {
	const open = [...getCACertificates('bundled'), ...getCACertificates('extra')];
	// A store is a folder in which most have several names.
	const own = [...new Set(existsSync(ownStore) ? getCACertificates('system') : [])];
	const publicOnes = open.map(pem => new X509Certificate(pem));
	const isSignedPublicly = signedByOneOf(publicOnes);
	const isSignedHere = signedByOneOf(own.map(pem => new X509Certificate(pem)));
	const isCutOff = cutOffFrom(publicOnes);
	return {
		certificates: [...new Set([...open, ...own])],
		examine(chain) {
			const linked = linkedPart(chain.map(der => new X509Certificate(der)));
			if (linked.some(isSignedPublicly)) {
				return {trust: 'public', isIncomplete: false};
			}

			return linked.some(isSignedHere)
				? {trust: 'site', isIncomplete: false}
				: {trust: 'none', isIncomplete: linked.slice(-1).some(isCutOff)};
		},
	};
}

/**
 * An authority is known by its name and key, not by its certificate: many are sent with a
 * signature of an older one instead of their own.
 */
function signedByOneOf(authorities: readonly X509Certificate[]) {
	const byName = Map.groupBy(authorities, ({subject}) => subject);
	return (certificate: X509Certificate) =>
		(byName.get(certificate.issuer) ?? []).some(authority =>
			isSigned(certificate, authority),
		);
}

/** Signed by somebody unknown of an organisation whose authorities are known. */
function cutOffFrom(authorities: readonly X509Certificate[]) {
	const names = new Set(authorities.map(({subject}) => subject));
	const organisations = new Set(
		authorities.map(authority => organisationIn(authority.toLegacyObject().subject)),
	);
	organisations.delete('');
	return (certificate: X509Certificate) => {
		const issuer = organisationIn(certificate.toLegacyObject().issuer);
		return (
			!names.has(certificate.issuer) && organisations.has(houses.get(issuer) ?? issuer)
		);
	};
}

/** Organisations whose authorities stand under the name of another one. */
const houses: ReadonlyMap<string, string> = new Map([
	["Let's Encrypt", 'Internet Security Research Group'],
	['Google Trust Services', 'Google Trust Services LLC'],
	['ZeroSSL', 'The USERTRUST Network'],
]);

/** A chain up to the first certificate that the next one has not signed. */
function linkedPart(chain: readonly X509Certificate[]): readonly X509Certificate[] {
	const end = chain.findIndex((certificate, index) => {
		const next = chain[index + 1];
		return next === undefined || !isSigned(certificate, next);
	});
	return chain.slice(0, end + 1);
}

function isSigned(certificate: X509Certificate, {publicKey}: X509Certificate): boolean {
	try {
		return certificate.verify(publicKey);
	} catch {
		// A key of a kind that cannot have signed it.
		return false;
	}
}
