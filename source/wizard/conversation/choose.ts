import {lookUp} from '../presses.js';
import {always, type ListenOptions, listen} from './listen.js';
import type {Talk} from './talk.js';

export type Menu<Value extends string> = ListenOptions & {
	readonly options: ReadonlyArray<{readonly label: string; readonly value: Value}>;
	/** What Enter alone chooses; left out where nothing is chosen yet. */
	readonly kept?: Value | undefined;
	/** What else may be typed, and what it does: nothing is chosen by that. */
	readonly commands?: Commands | undefined;
};

export type Commands = Readonly<Record<string, () => Promise<void>>>;

/**
 * Reads numbered options out, and asks for one.
 * @returns undefined for a question that was withdrawn
 */
export async function choose<Value extends string>(
	talk: Talk,
	{options, kept, commands = {}, onHelp, ...listening}: Menu<Value>,
): Promise<Value | 'back' | undefined> {
	const keptAt = options.findIndex(({value}) => value === kept);
	const numbers = `Type a number from 1 to ${options.length}`;
	const readOut = () =>
		talk.tell(...options.map(({label}, index) => `${index + 1}: ${label}.`));
	readOut();
	talk.tell(keptAt === -1 ? `${numbers}.` : `${numbers}; Enter keeps ${keptAt + 1}.`);
	for (;;) {
		const reply = await listen(talk, 'Number: ', {
			...listening,
			onHelp() {
				onHelp?.();
				readOut();
			},
		});
		if (reply.said !== 'line') {
			return reply.said === 'back' ? 'back' : undefined;
		}

		const command = lookUp(commands, reply.text.trim().toLowerCase());
		if (command !== undefined) {
			await command();
			continue;
		}

		const chosen = options[indexIn(reply.text, keptAt)];
		if (chosen !== undefined) {
			return chosen.value;
		}

		talk.tell(`${numbers}. ${always}`);
	}
}

function indexIn(text: string, keptAt: number): number {
	const number = text.trim();
	return number === '' ? keptAt : /^\d{1,3}$/.test(number) ? Number(number) - 1 : -1;
}
