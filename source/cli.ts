import process from 'node:process';
import {buildProgram} from './commands/program.js';
import {reportError} from './commands/report-error.js';
import {doLastActs, goOnWithoutTerminal} from './host/last-acts.js';

// A reader that has seen enough (`… | head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', async (error: NodeJS.ErrnoException) => {
		// A terminal that is gone, and did not say so.
		if (error.code === 'EIO') {
			await goOnWithoutTerminal();
		}

		await doLastActs();
		process.exit(error.code === 'EPIPE' ? 0 : 1);
	});
}

// When nothing is left to be done, to take all of it apart would take longer than to leave it.
process.once('beforeExit', () => process.exit());

buildProgram()
	.parseAsync()
	.catch(async error => {
		process.exitCode = await reportError(error);
	});
