import {type RenderOptions, render} from 'ink';
import type {ReactNode} from 'react';
import type {TrialEnd} from '../transaction/follow-trial.js';
import {App, type Outcome, type Start} from './app.js';
import {Onlooker, type OnlookerProps} from './onlooker.js';

/** Runs the wizard on this terminal until the user leaves it. */
export async function startWizard(start: Start): Promise<Outcome> {
	return (await show(<App {...start} />)) as Outcome;
}

/**
 * Shows another session's trial on this terminal.
 * @returns how it ended; undefined when the user left it before
 */
export async function startOnlooker(props: OnlookerProps): Promise<TrialEnd | undefined> {
	return (await show(<Onlooker {...props} />)) as TrialEnd | undefined;
}

const options: RenderOptions = {
	alternateScreen: true,
	exitOnCtrlC: false,
	interactive: true,
	incrementalRendering: true,
};

async function show(node: ReactNode): Promise<unknown> {
	return render(node, options).waitUntilExit();
}
