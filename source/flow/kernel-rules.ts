import type {InEffect} from '../firewall/backend.js';
import type {Place} from '../place.js';

/** The rules in effect; undefined where only files are written, or none are loaded. */
export async function readKernelRules({
	backend,
}: Pick<Place, 'backend'>): Promise<InEffect | undefined> {
	return backend.name === 'nftables' ? backend.readInEffect() : undefined;
}
