import type {Terminal} from '../helpers/terminal.js';
import {keys} from './keys.js';

/** What is done to a terminal, and by the way told to whoever watches. */
export type Watcher = {
	/** Types as a person would, or all at once. */
	readonly type: (text: string) => Promise<void>;
	/** Something that is worth looking at is on the screen. */
	readonly look: () => void;
};

/**
 * Somebody who came from 10.40.0.7 permits SSH from 10.41.0.0/24 alone, is warned,
 * insists, and is cut off. The wizard is at home in the beginning.
 */
export async function shutOutSelf(
	terminal: Terminal,
	{type, look}: Watcher = {
		type: async text => terminal.type(text),
		look: () => undefined,
	},
): Promise<void> {
	await terminal.shows(/Enter open/);
	look();
	await type(keys.enter);
	await terminal.shows(/A apply/);
	await type('/Support');
	await terminal.shows(/▸ +4 Support/);
	await type(keys.escape);
	await terminal.shows(/Enter change Support/);
	await type(keys.enter);
	await terminal.shows(/Who may log in/);
	await type(`${keys.tab}10.41.0.0/24\r${keys.up}${keys.up}`);
	await terminal.shows(/10\.41\.0\.0\/24 +256/);
	await type(keys.delete);
	await terminal.shows(/you could not log\s+in again/);
	look();
	await type(keys.tab);
	await type(keys.enter);
	await terminal.shows(
		/✗ You are connected from 10\.40\.0\.7 and could not log in again/,
	);
	look();
	await type('a');
	await terminal.shows(/You would be shut out[\s\S]*Add 10\.40\.0\.7 to the support/);
	look();
	await type(keys.down);
	await type(keys.enter);
	await terminal.shows(/type these words and press Enter:\s+shut me out/);
	await type('shut him out\r');
	await terminal.shows(/nothing was applied/);
	look();
	await type(`${keys.clear}shut me out\r`);
	await terminal.shows(/as you insisted/i, 30_000);
}
