import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as z from 'zod';
import {codeOf} from './file-errors.js';
import {readFileIfThere} from './files.js';
import {makeOwnFolder} from './own-files.js';
import type {SystemdStatus} from './systemd-status.js';

/** Keeps the kernel and systemd from writing over a screen on a console. */
export type QuietConsole = {
	readonly hush: () => Promise<void>;
	/** Puts back what was there before, once no other console is to be quiet. May be repeated. */
	readonly release: () => Promise<void>;
};

export type QuietConsoleOptions = {
	readonly root: string;
	/** What belongs to this boot only. */
	readonly run: string;
	/** This console: there is one setting for all of them. */
	readonly name: string;
	readonly status: SystemdStatus;
};

/** How the name of a file begins that says that a console is to be quiet. */
const mark = 'quiet-on-';

/** What was there before the first console had to be quiet. */
const beforeSchema = z.object({printk: z.string(), isStatusShown: z.boolean()});

export function quietConsole({
	root,
	run,
	name,
	status,
}: QuietConsoleOptions): QuietConsole {
	const own = join(run, `${mark}${name.replaceAll('/', '-')}`);
	const before = join(run, 'before-quiet.json');
	const printk = join(root, 'proc/sys/kernel/printk');
	return {
		async hush() {
			const levels = (await readFileIfThere(printk)) ?? '';
			const isStatusShown = await status.isShown();
			await makeOwnFolder(run);
			writeFileSync(own, '');
			writeUnlessThere(before, JSON.stringify({printk: levels, isStatusShown}));
			write(printk, levels.replace(/^\d+/, emergenciesOnly));
			status.show(false);
		},
		async release() {
			rmSync(own, {force: true});
			const text = await readFileIfThere(before);
			if (text === undefined || readdirSync(run).some(each => each.startsWith(mark))) {
				return;
			}

			const {printk: levels, isStatusShown} = beforeSchema.parse(JSON.parse(text));
			write(printk, levels);
			status.show(isStatusShown);
			rmSync(before, {force: true});
		},
	};
}

/** The console's level in the kernel (proc(5), printk): what is below it is shown. */
const emergenciesOnly = '1';

function write(path: string, text: string): void {
	try {
		writeFileSync(path, text);
	} catch {
		// A container may not: then its kernel writes elsewhere.
	}
}

/** Another console that was quicker has seen what was there before. */
function writeUnlessThere(path: string, text: string): void {
	try {
		writeFileSync(path, text, {flag: 'wx', mode: 0o600});
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') {
			throw error;
		}
	}
}
