import type {Letter} from '../letters.js';
import {type KeyName, lookUp, type Press} from '../presses.js';
import {usePresses} from './use-presses.js';

/** What the keys of a screen do. A letter means the same wherever it means something. */
export type Commands = {
	readonly [Key in KeyName | Letter | '?' | '/' | ' ']?: () => void;
};

/** Obeys the keys of a screen on which nothing is typed. What is pasted is no command. */
export function useCommands(commands: Commands, isOnTop = true): void {
	usePresses(press => {
		for (const key of keysOf(press)) {
			lookUp<() => void>(commands, key)?.();
		}
	}, isOnTop);
}

/** A key by its name, and each character that was typed: several may come in one chunk. */
function keysOf(press: Press): readonly string[] {
	switch (press.kind) {
		case 'key':
			return [press.name];
		case 'text':
			return [...press.text.toLowerCase()];
		case 'paste':
			return [];
	}
}
