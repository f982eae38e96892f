import type {RunCommand} from '../host/command.js';

/** Says something on every terminal (wall(1)), which may not fail the work it tells about. */
export async function announce(text: string, run: RunCommand): Promise<void> {
	await run('wall', [`analytics-setup: ${text}`], {timeout: 5000}).catch(() => undefined);
}
