import process from 'node:process';
import type {CommonFlags} from './flags.js';

type Screens = typeof import('../wizard/start.js');
type Drawing = import('../wizard/start.js').Drawing;

/** Shows something of the wizard on this terminal; its libraries are loaded only now. */
export async function onScreen<Result>(
	flags: Pick<CommonFlags, 'color'>,
	show: (screens: Screens, drawing: Drawing) => Promise<Result>,
): Promise<Result> {
	const hasColour = flags.color && process.stdout.hasColors();
	// Without it a terminal without colours would get neither bold text nor a cursor; and
	// Ink's colours look at it once, when they are loaded.
	process.env.FORCE_COLOR = '1';
	const {startOnlooker, startWizard} = await import('../wizard/start.js');
	// A terminal that hangs up cannot be read any more; the signal for it ends the program.
	process.stdin.on('error', () => undefined);
	// Before the first frame: the echo of a key that comes early would scroll it away.
	process.stdin.setRawMode(true);
	try {
		const drawing = {
			terminal: process.stdout,
			hasColour,
			isReadAloud: process.env.INK_SCREEN_READER === 'true',
			onContinued,
		};
		return await show({startOnlooker, startWizard}, drawing);
	} finally {
		process.stdin.setRawMode(false);
	}
}

function onContinued(act: () => void): () => void {
	process.on('SIGCONT', act);
	return () => process.off('SIGCONT', act);
}
