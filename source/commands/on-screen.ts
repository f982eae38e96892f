import process from 'node:process';
import {firstFrame} from '../wizard/first-frame.js';
import {sizeOf} from '../wizard/terminal/screen.js';
import {type Drawing, withTerminal} from '../wizard/terminal/with-terminal.js';
import type {CommonFlags} from './flags.js';
import {sayHungUp} from './say-hung-up.js';
import type {Surface} from './surface.js';

/** Draws something of the wizard on this terminal; its libraries are loaded only now. */
export async function onScreen<Result>(
	flags: Pick<CommonFlags, 'color'>,
	show: (surface: Surface) => Promise<Result>,
): Promise<Result> {
	const hasColour = flags.color && hasColours();
	// Without it a terminal without colours would get neither bold text nor a cursor; and
	// Ink's colours look at it once, when they are loaded.
	process.env.FORCE_COLOR = '1';
	// It was heard above; of the two together Node would warn, in the middle of the screen.
	delete process.env.NO_COLOR;
	for (const gone of ['end', 'error'] as const) {
		process.stdin.once(gone, sayHungUp);
	}

	// Before the first frame: the echo of a key that comes early would scroll it away.
	process.stdin.setRawMode(true);
	try {
		return await show(surfaceOn({terminal: process.stdout, hasColour, onContinued}));
	} finally {
		for (const gone of ['end', 'error'] as const) {
			process.stdin.off(gone, sayHungUp);
		}

		process.stdin.setRawMode(false);
	}
}

/** Ink, and all that is drawn with it. */
const loadScreens = () => import('../wizard/start.js');

function surfaceOn(drawing: Drawing): Surface {
	return {
		startWizard: (start, session) =>
			withTerminal(
				drawing,
				async open => {
					const first = firstFrame(start, sizeOf(drawing.terminal));
					if (first !== undefined) {
						open.draw(first);
					}

					const {startWizard} = await loadScreens();
					return startWizard(start, session, open);
				},
				(frame, size) => session.tell({frame, ...size}),
			),
		startOnlooker: props =>
			withTerminal(drawing, async open =>
				(await loadScreens()).startOnlooker(props, open),
			),
		startFollower: props =>
			withTerminal(drawing, async open =>
				(await loadScreens()).startFollower(props, open),
			),
		startInvitation: props =>
			withTerminal(drawing, async open =>
				(await loadScreens()).startInvitation(props, open),
			),
	};
}

/** Node takes DEC's terminals for coloured ones, unlike every description of them. */
function hasColours(): boolean {
	const {TERM = '', FORCE_COLOR} = process.env;
	return process.stdout.hasColors() && (FORCE_COLOR !== undefined || !/^vt\d/.test(TERM));
}

function onContinued(act: () => void): () => void {
	process.on('SIGCONT', act);
	return () => process.off('SIGCONT', act);
}
