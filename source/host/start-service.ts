import type {RunCommand} from './command.js';
import {isThere} from './files.js';
import type {OwnCommand} from './own-command.js';
import {startKept} from './start-apart.js';

export type ServiceStart = {
	readonly command: RunCommand;
	/** The unit of the service; undefined where there is none. */
	readonly unit: string | undefined;
};

/**
 * Starts a part of this program that goes on for as long as the machine does: by its unit
 * where systemd runs, otherwise in a session of its own, below a process that starts it again
 * when it is killed.
 */
export async function startService(
	own: OwnCommand,
	arguments_: readonly string[],
	{command, unit}: ServiceStart,
): Promise<void> {
	if (unit !== undefined && (await isThere('/run/systemd/system'))) {
		// The unit may have been written a moment ago.
		await command('systemctl', ['daemon-reload']);
		// One that has failed too often does not start before that is forgotten.
		await command('systemctl', ['reset-failed', unit]).catch(() => undefined);
		await command('systemctl', ['start', unit], {timeout: 60_000});
		return;
	}

	await startKept(own, arguments_);
}
