import type {ReactNode} from 'react';
import {useState} from 'react';
import type {KeyName} from '../presses.js';
import {PromptLine} from './prompt-line.js';
import {editOf, pressInText, type TextEdit} from './text-edit.js';
import {useLatest} from './use-latest.js';
import {usePresses} from './use-presses.js';

export type PromptOptions = {
	readonly label: string;
	/** What is to be said about what was typed. */
	readonly note: string;
	/** Told of each change. */
	readonly onChange?: (value: string) => void;
	/** Enter, and other keys that edit nothing. Esc closes the line. */
	readonly onKey: (name: KeyName, value: string) => void;
	/** Ctrl-C. */
	readonly onLeave: () => void;
};

export type Prompt = {
	/** While it is open, the keys belong to it. */
	readonly isOpen: boolean;
	/** Opens the line with a text to begin with. */
	readonly open: (value?: string) => void;
	readonly close: () => void;
	readonly change: (value: string) => void;
	/** For the frame, above its footer. */
	readonly line: ReactNode;
};

/** A line to type in that opens above the footer. */
export function usePrompt(options: PromptOptions): Prompt {
	const {label, note, onChange, onKey, onLeave} = options;
	const [isOpen, setIsOpen] = useState(false);
	const [edit, change] = useLatest<TextEdit>(editOf(''));
	const close = () => setIsOpen(false);
	usePresses(press => {
		const before = change(now => now);
		const after = pressInText(before, press);
		if (after !== undefined) {
			change(() => after);
			onChange?.(after.value);
		} else if (press.kind === 'key') {
			const {name} = press;
			if (name === 'escape') {
				close();
			} else if (name === 'interrupt') {
				onLeave();
			} else {
				onKey(name, before.value);
			}
		}
	}, isOpen);
	return {
		isOpen,
		open(value = '') {
			change(() => editOf(value));
			setIsOpen(true);
		},
		close,
		change: value => change(() => editOf(value)),
		line: isOpen ? <PromptLine label={label} edit={edit} note={note} /> : undefined,
	};
}
