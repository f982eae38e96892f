import {join} from 'node:path';

/** The places of transactions in the state folder. */
export type Folders = {
	/** A trial that is being written down; nothing has changed yet. */
	readonly preparing: string;
	/** The trial that is pending. Renaming this folder ends it, one way or the other. */
	readonly trial: string;
	/** The trial that was rolled back last. */
	readonly undone: string;
	/** The kept ones, each in a folder with its number. */
	readonly generations: string;
};

export function foldersIn(state: string): Folders {
	return {
		preparing: join(state, 'preparing'),
		trial: join(state, 'trial'),
		undone: join(state, 'undone'),
		generations: join(state, 'generations'),
	};
}

export function generationFolder(state: string, number: number): string {
	return join(foldersIn(state).generations, String(number).padStart(4, '0'));
}
