import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {beforeTheEnd} from '../../source/host/last-acts.js';
import {namespaces} from './find-refusal.js';
import type {News, Visit} from './visit.js';

const program = fileURLToPath(new URL('./inside.ts', import.meta.url));

/** How it ended, or why it never began. */
export type End = {readonly exitCode: number} | {readonly reason: string};

/**
 * Shows a network, from its building to its end. That comes with the end of this process
 * too, in whatever way: the first process in the namespaces loses its channel then.
 */
export async function visitInNamespaces(visit: Visit): Promise<End> {
	const inside = spawn(
		'unshare',
		[
			...[...namespaces(), process.execPath, ...process.execArgv],
			...[program, JSON.stringify(visit)],
		],
		{stdio: ['inherit', 'inherit', 'inherit', 'ipc']},
	);
	const exited = once(inside, 'exit');
	const callOff = beforeTheEnd(async () => {
		inside.disconnect();
		await exited;
	});
	let reason: string | undefined;
	inside.on('message', (news: News) => {
		reason = news.state === 'failed' ? news.reason : undefined;
	});
	const [code] = (await exited) as [number | null];
	callOff();
	return reason === undefined ? {exitCode: code ?? 1} : {reason};
}
