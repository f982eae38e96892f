/** The login that a site has for its proxy. */
export type ProxyLoginSeen = {
	readonly user: string;
	/** Why it was not sent; undefined where it was. */
	readonly lack?: string;
};

/** What a proxy said when it was asked to connect to a destination. */
export type ProxySeen =
	| {
			readonly outcome: 'answered';
			readonly status: number;
			/** The login that it wants (RFC 9110 section 11.7): `Basic realm="…"`. */
			readonly login: string | undefined;
			readonly milliseconds: number;
	  }
	| {
			readonly outcome: 'timeout' | 'closed' | 'not-a-proxy';
			readonly code: string;
			readonly milliseconds: number;
	  };
