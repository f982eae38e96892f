import {X509Certificate} from 'node:crypto';
import {getCACertificates} from 'node:tls';
import type {Trust} from './tls-seen.js';

/** The certificate authorities that are known here. */
export type Authorities = {
	/** Of all of them, as PEM. */
	readonly certificates: readonly string[];
	/** What a chain is worth that ends in this fingerprint (SHA-256). */
	readonly trustIn: (fingerprint: string) => Trust;
	/** Whether an authority of this organisation is a public one. */
	readonly isPublicOrganisation: (name: string) => boolean;
};

let known: Authorities | undefined;

/** Those that Node.js ships, those that `NODE_EXTRA_CA_CERTS` names, and this server's own store. */
export function knownAuthorities(): Authorities {
	known ??= readAuthorities();
	return known;
}

function readAuthorities(): Authorities {
	const open = [...getCACertificates('bundled'), ...getCACertificates('extra')];
	const own = getCACertificates('system');
	const publicOnes = open.map(pem => new X509Certificate(pem));
	const fingerprints = new Set(publicOnes.map(({fingerprint256}) => fingerprint256));
	const organisations = new Set(publicOnes.map(({subject}) => organisationIn(subject)));
	organisations.delete('');
	return {
		certificates: [...new Set([...open, ...own])],
		trustIn: fingerprint => (fingerprints.has(fingerprint) ? 'public' : 'site'),
		isPublicOrganisation: name => organisations.has(name),
	};
}

/** @param subject one attribute a line, as Node.js writes them */
function organisationIn(subject: string): string {
	return /^O=(?<name>.*)$/m.exec(subject)?.groups?.name ?? '';
}
