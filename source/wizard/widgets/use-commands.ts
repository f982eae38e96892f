import type {Letter} from '../letters.js';
import {type KeyName, lookUp, type Press} from '../presses.js';
import {usePresses} from './use-presses.js';

/** What the keys of a screen do. A letter means the same wherever it means something. */
export type Commands = {
	readonly [Key in KeyName | Letter | '?' | ' ']?: () => void;
} & {
	/** What was typed behind it in one go is what is searched for, and no command. */
	readonly '/'?: (typed: string) => void;
};

/** Obeys the keys of a screen on which nothing is typed. What is pasted is no command. */
export function useCommands(commands: Commands, isOnTop = true): void {
	usePresses(press => {
		for (const {key, typed} of keysOf(press)) {
			lookUp<(typed: string) => void>(commands, key)?.(typed);
		}
	}, isOnTop);
}

type Key = {readonly key: string; readonly typed: string};

/** A key by its name, and each character that was typed: several may come in one chunk. */
function keysOf(press: Press): readonly Key[] {
	switch (press.kind) {
		case 'key':
			return [{key: press.name, typed: ''}];
		case 'text': {
			const [before = ''] = press.text.split('/', 1);
			const letters = [...before.toLowerCase()].map(key => ({key, typed: ''}));
			return before === press.text
				? letters
				: [...letters, {key: '/', typed: press.text.slice(before.length + 1)}];
		}

		case 'paste':
			return [];
	}
}
