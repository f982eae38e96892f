import type {TlsSeen} from '../tls/tls-seen.js';
import type {Encryption} from './prelogin.js';

/** What was seen of a SQL Server, or of what stands in its place. */
export type SqlSeen =
	| {
			readonly outcome: 'answered';
			/** `15.0.2000`; undefined where the server tells none. */
			readonly version: string | undefined;
			readonly encryption: Encryption | undefined;
			/** TDS 8: TLS comes before everything else (`Encrypt=strict`). */
			readonly isStrict: boolean;
			/** Undefined where the server does not encrypt. */
			readonly tls: TlsSeen | undefined;
			readonly milliseconds: number;
	  }
	| {
			readonly outcome: 'timeout' | 'closed' | 'not-sql';
			/** What came instead of an answer. */
			readonly words: string;
			readonly milliseconds: number;
	  };
