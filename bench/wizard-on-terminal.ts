import type {Command} from './run-time.js';

/** How to know a program's first frame, what it says of a first key, and how it is left. */
export type OnScreen = {
	readonly command: Command;
	readonly frame: RegExp;
	readonly key: string;
	readonly heard: RegExp;
	/** The keys that leave it then; the last one ends it. */
	readonly leave: string;
};

/** The wizard on a server that was never set up; Ctrl-C has it ask whether to leave. */
export function wizardOnScreen(program: Command, root: string): OnScreen {
	return {
		command: [...program, '--root', root],
		frame: /Enter \S*begin/,
		key: '\u0003',
		heard: /Leave the setup\?[\s\S]*choose/,
		leave: '\r',
	};
}

export function helloOnScreen(command: Command): OnScreen {
	return {command, frame: /Press a key/, key: 'x', heard: /Keys: 1/, leave: 'q'};
}
