import process from 'node:process';
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
	const {startFollower, startInvitation, startOnlooker, startWizard} = await import(
		'../wizard/start.js'
	);
	for (const gone of ['end', 'error'] as const) {
		process.stdin.once(gone, sayHungUp);
	}

	// Before the first frame: the echo of a key that comes early would scroll it away.
	process.stdin.setRawMode(true);
	try {
		const drawing = {terminal: process.stdout, hasColour, onContinued};
		return await show({
			startWizard: (start, session) => startWizard(start, drawing, session),
			startOnlooker: props => startOnlooker(props, drawing),
			startFollower: props => startFollower(props, drawing),
			startInvitation: props => startInvitation(props, drawing),
		});
	} finally {
		for (const gone of ['end', 'error'] as const) {
			process.stdin.off(gone, sayHungUp);
		}

		process.stdin.setRawMode(false);
	}
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
