import process from 'node:process';
import type {CommonFlags} from './flags.js';

type Screens = typeof import('../wizard/start.js');

/** Shows something of the wizard on this terminal; its libraries are loaded only now. */
export async function onScreen<Result>(
	flags: Pick<CommonFlags, 'color'>,
	show: (screens: Screens) => Promise<Result>,
): Promise<Result> {
	// Ink's colours look at the environment once, when they are loaded.
	if (!flags.color || process.env.NO_COLOR) {
		process.env.FORCE_COLOR = '0';
	}

	const {startOnlooker, startWizard} = await import('../wizard/start.js');
	// A terminal that hangs up cannot be read any more; the signal for it ends the program.
	process.stdin.on('error', () => undefined);
	// Before the first frame: the echo of a key that comes early would scroll it away.
	process.stdin.setRawMode(true);
	try {
		return await show({startOnlooker, startWizard});
	} finally {
		process.stdin.setRawMode(false);
	}
}
