export type Direction = 'inbound' | 'outbound';
export type Protocol = 'tcp' | 'udp';

/** The tables of the vendor's document, by their headings. */
export type Table =
	| 'Inbound Traffic (Internal)'
	| 'Outbound Traffic (Internal)'
	| 'Outbound Traffic (External)'
	| 'External Destinations';

/** The answer that names the other end of a connection. */
export type PeerAnswer =
	| 'viewers.subnets'
	| 'appsanywhere.servers'
	| 'support.sources'
	| 'sql.host'
	| 'smtp.host'
	| 'time.servers';

/** How a connection is proven. */
export type ProbeKind =
	| 'listener'
	| 'http'
	| 'https'
	| 'smtp'
	| 'sql'
	| 'sntp'
	| 'unprovable'
	| 'rows-under-it';

/** What became of a destination. */
type Change = {
	/** ISO 8601, a day. */
	readonly since: string;
	readonly text: string;
};

/** One row as `assets/connections.yaml` has it. */
export type CatalogueEntry = {
	readonly id: string;
	readonly table: Table;
	readonly source: string;
	/** The rows of "Outbound Traffic (External)" name none. */
	readonly destination?: string;
	/** As in the document: `9999 TCP`. */
	readonly port: string;
	readonly usage: string;
	readonly peer?: PeerAnswer | 'destination';
	readonly probe: ProbeKind;
	/** What a web server is asked for, as the program that downloads does; `/` unless told. */
	readonly path?: string;
	/** The destination no longer exists, by the vendor of the software it served. */
	readonly retired?: Change;
	/** The service behind the destination changed, so that the name may be gone. */
	readonly changed?: Change;
	/** Why the addresses of the destination change, a sentence. */
	readonly rotates?: string;
	/**
	 * What is downloaded from other hosts, which this one names and the list does not:
	 * `the packages of EPEL`.
	 */
	readonly mirrored?: string;
	readonly notes?: readonly string[];
};

/** One row of the vendor's list. */
export type Connection = CatalogueEntry & {
	readonly direction: Direction;
	readonly portNumber: number;
	readonly protocol: Protocol;
};
