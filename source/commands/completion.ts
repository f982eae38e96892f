import type {Command} from 'commander';
import {completionFor} from './completion/completion-for.js';
import type {Shell} from './completion/shells.js';
import {print} from './output.js';

/** Prints what a shell reads to complete the commands of this program. */
export function completion(shell: Shell, program: Command): void {
	print(completionFor(shell, program));
}
