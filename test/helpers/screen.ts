import {setTimeout as delay} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import {createElement} from 'react';
import {Keyboard} from '../../source/wizard/widgets/keyboard.js';

type Node = Parameters<typeof render>[0];

export const keys = {
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	pageUp: '\u001B[5~',
	pageDown: '\u001B[6~',
	delete: '\u001B[3~',
	backspace: '\u007F',
	enter: '\r',
	tab: '\t',
	backTab: '\u001B[Z',
	escape: '\u001B',
	clear: '\u0015',
	interrupt: '\u0003',
} as const;

/** What a terminal sends for a paste. */
export function pasted(text: string): string {
	return `\u001B[200~${text}\u001B[201~`;
}

/** Waits until something is true, and tells what it was when it never is. */
export async function until(
	isTrue: () => boolean,
	complaint: () => string,
	limit = 3000,
): Promise<void> {
	const end = performance.now() + limit;
	while (!isTrue()) {
		if (performance.now() > end) {
			throw new Error(complaint());
		}

		await delay(5);
	}
}

/** Waits until a screen has sent something on. */
export function untilSent(sent: readonly unknown[]): Promise<void> {
	return until(
		() => sent.length > 0,
		() => 'nothing sent',
	);
}

/** Mounts a component and lets a test wait for what the operator would see. */
export function mount(node: Node, {columns = 80, rows = 24} = {}) {
	const {stdin, stdout, frames, rerender, unmount} = render(withKeyboard(node));
	const resize = (size: {readonly columns: number; readonly rows: number}) => {
		for (const [name, value] of Object.entries(size)) {
			Object.defineProperty(stdout, name, {value, configurable: true});
		}

		stdout.emit('resize');
	};

	resize({columns, rows});
	// As it exits, Ink writes an empty frame: the one before it is what stood there.
	const text = () =>
		stripVTControlCharacters(frames.findLast(frame => frame.trim() !== '') ?? '');
	const shows = (wanted: RegExp) =>
		until(
			() => wanted.test(text()),
			() => `never showed ${wanted}\nthe screen:\n${text()}`,
		);

	return {
		/** The screen as it is now. */
		text,
		/** Waits until the screen shows it. */
		shows,
		type: (input: string) => stdin.write(input),
		resize,
		/** Shows it again, with other properties. */
		again: (other: Node) => rerender(withKeyboard(other)),
		unmount,
	};
}

function withKeyboard(children: Node): Node {
	return createElement(Keyboard, undefined, children);
}
