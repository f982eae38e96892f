import {resolve} from 'node:path';
import process from 'node:process';
import {Failure} from '../failure.js';
import {expandHome} from '../host/home.js';
import type {Machine} from '../machine.js';
import type {Format} from '../reports/report-kinds.js';
import {tell} from './output.js';

/** Where a command writes what it made. */
export type OutputFlags = {
	/** `-` for stdout. */
	readonly output?: string;
	readonly force?: true;
};

/** @throws Failure `usage` where there is no file that could be replaced */
export function refuseForceWithoutFile({output = '-', force}: OutputFlags): void {
	if (force && output === '-') {
		throw new Failure('usage', '--force is about a file, so it needs --output.');
	}
}

/** @throws Failure `usage` where a page would be shown as its source */
export function refusePageOnTerminal({output}: OutputFlags, format: Format): void {
	if (format === 'html' && output === undefined && process.stdout.isTTY) {
		throw new Failure('usage', 'A page of HTML is for a browser, not for a terminal.', {
			remedies: ['Name a file, for example: --output report.html'],
		});
	}
}

type Where = Pick<Machine, 'documents'>;
type Options = {readonly mayReplace: boolean};

/** Writes what a command made into the file that its user names, and says where it is. */
export async function writeDocument(
	machine: Where,
	path: string,
	content: string,
	options: Options,
): Promise<void> {
	tell(`Written to ${await saveDocument(machine, path, content, options)}`);
}

/**
 * The same without a word.
 * @returns the whole path
 * @throws Failure `usage` where a file is there that may not be replaced
 */
export async function saveDocument(
	{documents}: Where,
	path: string,
	content: string | Uint8Array,
	options: Options,
): Promise<string> {
	// On a command line a path begins at the folder that one is in.
	const whole = resolve(expandHome(path, documents.home));
	const saved = await documents.save(whole, content, options);
	if (!saved.isSaved) {
		throw new Failure('usage', `"${saved.path}" is there already.`, {
			remedies: ['Name another file, or add --force to replace it.'],
		});
	}

	return saved.path;
}
