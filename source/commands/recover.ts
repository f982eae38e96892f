import process from 'node:process';
import {exitCode} from '../exit-code.js';
import {pathsFor} from '../host/paths.js';
import {recover as recoverTransactions} from '../transaction/recover.js';
import {transactionContext} from '../transaction-context.js';
import {tell} from './output.js';

/** Takes back what was not kept before a restart; run before the network is up. */
export async function recover({root}: {readonly root?: string}): Promise<void> {
	const paths = pathsFor(root, true, process.env);
	const problems = await recoverTransactions(transactionContext(paths, root));
	problems.forEach(tell);
	process.exitCode = problems.length === 0 ? exitCode.done : exitCode.applyFailed;
}
