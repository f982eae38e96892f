import assert from 'node:assert/strict';
import type {Host} from './host.js';

/** Runs nft inside a host; what it prints. */
export async function nftIn(
	host: Host,
	arguments_: readonly string[],
	input = '',
): Promise<string> {
	const {exitCode, stdout, stderr} = await host.run('nft', arguments_, {input});
	assert.equal(exitCode, 0, stderr);
	return stdout;
}
