import type {Command} from 'commander';
import {bashCompletion} from './bash.js';
import {fishCompletion} from './fish.js';
import {type ProgramShape, shapeOf} from './program-shape.js';
import type {Shell} from './shells.js';
import {zshCompletion} from './zsh.js';

const writers: Readonly<Record<Shell, (program: ProgramShape) => string>> = {
	bash: bashCompletion,
	zsh: zshCompletion,
	fish: fishCompletion,
};

/** What a shell reads to complete the commands of a program. */
export function completionFor(shell: Shell, program: Command): string {
	return writers[shell](shapeOf(program));
}
