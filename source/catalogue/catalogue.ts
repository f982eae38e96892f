import entries from '../../assets/connections.yaml';
import type {CatalogueEntry, Connection} from './connection.js';

/** All the connections of the vendor's list, in its order. */
export const catalogue: readonly Connection[] = entries.map(connectionOf);

/**
 * The connections that stand under a row without a destination: the external
 * destinations of the same port.
 */
export function rowsUnder(connection: Connection): readonly Connection[] {
	return catalogue.filter(
		other => other.table === 'External Destinations' && other.port === connection.port,
	);
}

/** The destinations that no longer exist: that they have no address is as it should be. */
export const retiredNames: ReadonlySet<string | undefined> = new Set(
	catalogue
		.filter(({retired}) => retired !== undefined)
		.map(({destination}) => destination),
);

/** Whether a row has no destination of its own, and is judged by those that stand under it. */
export function isJudgedByRows({id}: {readonly id: string}): boolean {
	return judgedByRows.has(id);
}

const judgedByRows: ReadonlySet<string> = new Set(
	catalogue.filter(({probe}) => probe === 'rows-under-it').map(({id}) => id),
);

function connectionOf(entry: CatalogueEntry): Connection {
	const [port = '', protocol] = entry.port.split(' ');
	return {
		...entry,
		direction: entry.table.startsWith('Inbound') ? 'inbound' : 'outbound',
		portNumber: Number(port),
		protocol: protocol === 'UDP' ? 'udp' : 'tcp',
	};
}
