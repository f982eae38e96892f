#!/usr/bin/env node
import process from 'node:process';
import {buildProgram} from './commands/program.js';
import {reportError} from './commands/report-error.js';

// A reader that has seen enough (`… | head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		process.exit(error.code === 'EPIPE' ? 0 : 1);
	});
}

try {
	await buildProgram().parseAsync();
} catch (error) {
	process.exitCode = await reportError(error);
}
