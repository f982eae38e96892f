import {table} from './name-sets.js';

/** Whether our table is among those that `nft -j list tables` prints (libnftables-json(5)). */
export function hasOwnTable(json: string): boolean {
	const {nftables} = JSON.parse(json) as {
		readonly nftables: ReadonlyArray<{
			readonly table?: {readonly family: string; readonly name: string};
		}>;
	};
	return nftables.some(
		({table: found}) => found !== undefined && `${found.family} ${found.name}` === table,
	);
}
