import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {exitCodeOf} from './exit-code-of.js';
import {openNetwork} from './open-network.js';
import type {News, Visit} from './visit.js';

// The first process of the demo's namespaces: when it ends, the kernel ends all others.

/** How long a wizard may take to put the terminal back, in milliseconds. */
const patience = 2000;

let visitor: ChildProcess | undefined;

// Whoever started the demo has ended, or wants it to end.
process.on('disconnect', async () => {
	if (visitor?.exitCode === null) {
		visitor.kill('SIGTERM');
		await Promise.race([once(visitor, 'exit'), delay(patience)]);
	}

	process.exit();
});

try {
	const visit = JSON.parse(process.argv[2] ?? '') as Visit;
	const [file, arguments_, env] = await openNetwork(visit);
	tell({state: 'opened'});
	visitor = spawn(file, arguments_, {stdio: 'inherit', env});
	process.exit(await exitCodeOf(visitor));
} catch (error) {
	tell({state: 'failed', reason: error instanceof Error ? error.message : String(error)});
	process.exit(1);
}

function tell(news: News): void {
	process.send?.(news);
}
