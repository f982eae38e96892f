import type {WriteStream} from 'node:tty';
import {type RenderOptions, render} from 'ink';
import type {ReactNode} from 'react';
import {beforeTheEnd} from '../host/last-acts.js';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {App, type Outcome, type Start} from './app.js';
import {Onlooker, type OnlookerProps} from './onlooker.js';
import {openTerminal} from './terminal/open-terminal.js';
import {RepaintContext} from './widgets/repaint.js';

/** What is drawn on, and how. */
export type Drawing = {
	readonly terminal: WriteStream;
	readonly hasColour: boolean;
	/** By a screen reader, which wants words in their order rather than a picture. */
	readonly isReadAloud: boolean;
	/** Has something done whenever this program goes on after it was stopped. */
	readonly onContinued: (act: () => void) => () => void;
};

/** Runs the wizard on this terminal until the user leaves it. */
export async function startWizard(start: Start, drawing: Drawing): Promise<Outcome> {
	return (await show(<App {...start} />, drawing)) as Outcome;
}

/**
 * Shows another session's trial on this terminal.
 * @returns how it ended; undefined when the user left it before
 */
export async function startOnlooker(
	props: OnlookerProps,
	drawing: Drawing,
): Promise<TrialEnd | undefined> {
	return (await show(<Onlooker {...props} />, drawing)) as TrialEnd | undefined;
}

async function show(node: ReactNode, drawing: Drawing): Promise<unknown> {
	const usual = {interactive: true, exitOnCtrlC: false};
	return drawing.isReadAloud
		? render(node, {...usual, stdout: drawing.terminal}).waitUntilExit()
		: draw(node, drawing, usual);
}

async function draw(
	node: ReactNode,
	drawing: Drawing,
	usual: RenderOptions,
): Promise<unknown> {
	const {stdout, repaint, close} = openTerminal(drawing.terminal, drawing.hasColour);
	// Whoever stopped this program may have written on the terminal.
	const undo = [beforeTheEnd(async () => close()), drawing.onContinued(repaint)];
	try {
		const screen = <RepaintContext value={repaint}>{node}</RepaintContext>;
		// Called a debugger, Ink hands over each frame whole, and erases nothing.
		return await render(screen, {...usual, stdout, debug: true}).waitUntilExit();
	} finally {
		for (const forget of undo) {
			forget();
		}

		close();
	}
}
