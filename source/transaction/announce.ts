import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {RunCommand} from '../host/command.js';
import {writeFileWhole} from '../host/files.js';

/** What pam_motd(8) shows at every login until the next restart. */
function noticePath(root: string): string {
	return join(root, 'run/motd.d/analytics-setup');
}

/**
 * Says something on every terminal (wall(1)) and at the next logins. Neither may fail the
 * work that it tells about.
 */
export async function announce(
	text: string,
	root: string,
	run: RunCommand,
): Promise<void> {
	const message = `analytics-setup: ${text}`;
	await Promise.all([
		run('wall', [message], {timeout: 5000}).catch(() => undefined),
		writeFileWhole(noticePath(root), `${message}\n`, {
			mode: 0o644,
			folderMode: 0o755,
		}).catch(() => undefined),
	]);
}

/** Takes the notice of the next logins away. */
export async function withdrawNotice(root: string): Promise<void> {
	await rm(noticePath(root), {force: true});
}
