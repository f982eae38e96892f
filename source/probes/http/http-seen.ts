/** What was seen of an HTTP exchange. */
export type HttpSeen =
	| {
			readonly outcome: 'answered';
			readonly status: number;
			/** Where the answer sends on to; undefined for nowhere. */
			readonly location: string | undefined;
			/**
			 * How far the other side's clock is ahead of ours, in milliseconds, as exact as a
			 * second (RFC 9110 section 6.6.1); undefined where it does not say.
			 */
			readonly clockAhead: number | undefined;
			/** Headers that tell who answers: `server`, `via` and the like, as `name: value`. */
			readonly marks: readonly string[];
			readonly title: string;
			/** The beginning of the text, for what is known of block pages. */
			readonly beginning: string;
			/** The files that a list of mirrors says to fetch; only where one was asked for. */
			readonly mirrors?: readonly string[];
			readonly milliseconds: number;
	  }
	| {
			readonly outcome: 'timeout' | 'closed' | 'not-http';
			readonly code: string;
			readonly milliseconds: number;
	  };

export type HttpAnswered = Extract<HttpSeen, {readonly outcome: 'answered'}>;
