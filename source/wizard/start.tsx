import {render} from 'ink';
import {App, type Outcome, type Start} from './app.js';

/** Runs the wizard on this terminal until the user leaves it. */
export async function startWizard(start: Start): Promise<Outcome> {
	const {waitUntilExit} = render(<App {...start} />, {
		alternateScreen: true,
		exitOnCtrlC: false,
		interactive: true,
		incrementalRendering: true,
	});
	return (await waitUntilExit()) as Outcome;
}
