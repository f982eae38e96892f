/** A certificate, as far as a person needs it. */
export type CertificateSeen = {
	/** The common name, or what else names it. */
	readonly subject: string;
	readonly issuer: string;
	readonly issuerOrganisation: string;
	/** ISO 8601, UTC. */
	readonly validFrom: string;
	readonly validTo: string;
	readonly fingerprint: string;
};

/**
 * Who vouches for a certificate. `public`: an authority that Node.js ships, or that
 * `NODE_EXTRA_CA_CERTS` names; `site`: one that only this server's own store knows.
 */
export type Trust = 'public' | 'site' | 'none';

/** What was seen of a TLS handshake. */
export type TlsSeen =
	| {
			readonly outcome: 'established';
			/** As Node.js names it: `TLSv1.3`. */
			readonly version: string;
			readonly cipher: string;
			/** The server's own first. */
			readonly certificates: readonly CertificateSeen[];
			readonly trust: Trust;
			/** Whether only the link between it and a public authority is missing. */
			readonly isIncomplete: boolean;
			/** What OpenSSL says against the chain: `CERT_HAS_EXPIRED`; undefined for nothing. */
			readonly fault: string | undefined;
			/** Whether the certificate is for another name. */
			readonly isOtherName: boolean;
			/** The names that it is for. */
			readonly names: readonly string[];
			readonly milliseconds: number;
	  }
	| {
			readonly outcome:
				| 'timeout'
				/** The connection was cut in the middle of the handshake. */
				| 'closed'
				/** What answers speaks something else. */
				| 'not-tls'
				/** There is no version or cipher that both sides take. */
				| 'refused'
				| 'failed';
			readonly code: string;
			readonly milliseconds: number;
	  };

export type TlsEstablished = Extract<TlsSeen, {readonly outcome: 'established'}>;
