import {basename, join} from 'node:path';
import process from 'node:process';
import {exitCode} from '../exit-code.js';
import {runCommand} from '../host/command.js';
import {writeFileWhole} from '../host/files.js';
import {beforeTheEnd} from '../host/last-acts.js';
import {pathsFor} from '../host/paths.js';
import {personAtConsole} from '../host/person.js';
import {publicDocuments} from '../host/public-documents.js';
import {publicTextFiles} from '../host/public-text-files.js';
import {type QuietConsole, quietConsole} from '../host/quiet-console.js';
import {findSystemdStatus, noStatus} from '../host/systemd-status.js';
import {print} from './output.js';
import {reportError} from './report-error.js';
import {refuseWithoutTerminal, type SetupFlags} from './setup.js';
import {type Ending, untilLoginPrompt} from './until-login-prompt.js';

export type FirstBootFlags = SetupFlags & {readonly restoreConsole?: true};

/**
 * Invites whoever sits at this console to set the server up. A login prompt follows it,
 * however it ends.
 */
export async function firstBoot(flags: FirstBootFlags): Promise<void> {
	const {run} = pathsFor(flags.root, process.getuid?.() === 0, process.env);
	const person = personAtConsole();
	const quiet = await quietFor(basename(person.terminal ?? ''), run, flags.root);
	if (flags.restoreConsole) {
		await quiet.release();
		return;
	}

	refuseWithoutTerminal(flags);
	// Ctrl-\ would end this without a word, and write down what it knows.
	process.on('SIGQUIT', () => undefined);
	const callOff = beforeTheEnd(quiet.release);
	let ending: Ending | 'failed' = 'failed';
	try {
		await quiet.hush();
		const parts = {person, textFiles: publicTextFiles, documents: publicDocuments};
		ending = await untilLoginPrompt(withSureGlyphs(flags), parts);
		process.exitCode = exitCode.done;
	} catch (error) {
		process.exitCode = await reportError(error);
	} finally {
		callOff();
		await quiet.release();
	}

	const sentence = `${endings[ending]}, log in and type: analytics-setup`;
	print(`\n${sentence}\n`);
	// The login prompt clears the screen, and shows this (agetty(8)).
	await writeFileWhole(join(run, 'issue'), `${sentence}\n\n`);
}

const endings = {
	left: 'To set this server up',
	saved: 'The answers are saved, and nothing is applied yet. To go on',
	applied: 'This server is set up. To change that',
	failed: 'The setup has ended by a fault. To go on',
} as const satisfies Record<Ending | 'failed', string>;

async function quietFor(
	name: string,
	run: string,
	root: string | undefined,
): Promise<QuietConsole> {
	// Below another root there is no systemd.
	const status = root === undefined ? await findSystemdStatus(runCommand) : noStatus;
	return quietConsole({root: root ?? '/', run, name, status});
}

/** Nobody knows what is at the other end of a serial line. */
function withSureGlyphs(flags: FirstBootFlags): FirstBootFlags {
	return process.env.TERM === 'linux' ? flags : {...flags, ascii: true};
}
