import type {Letter} from '../letters.js';
import {type ListenOptions, listen} from './listen.js';
import type {Talk} from './talk.js';

/** Something that can be typed: words, or the letter that means it everywhere. */
export type Command<Result> = {
	readonly words: string;
	readonly letter?: Letter;
	/** What is to follow the words: `a number` in `page and a number`. */
	readonly about?: string;
	/** What it does, for whoever asks for help. */
	readonly does: string;
} & (
	| {
			/** Does something here. Like the other, with what was typed after the words. */
			readonly act: (about: string) => Promise<void>;
	  }
	| {
			/** Leads away from here; undefined to stay. */
			readonly lead: (about: string) => Result | undefined;
	  }
);

export type CommandOptions = ListenOptions & {
	/** Told of a line that is none of the commands; left out, they are offered again. */
	readonly onOther?: (text: string) => void;
};

/**
 * Asks what is next and does it, until that leads away.
 * @returns where a command leads; undefined when the question was withdrawn
 */
export async function obeyCommands<Result>(
	talk: Talk,
	commands: ReadonlyArray<Command<Result>>,
	{onHelp, onOther, ...listening}: CommandOptions = {},
): Promise<Result | 'back' | undefined> {
	talk.tell(offer(commands));
	for (;;) {
		const reply = await listen(talk, 'What next: ', {
			...listening,
			onHelp() {
				onHelp?.();
				talk.tell(...commands.map(explain));
			},
		});
		if (reply.said !== 'line') {
			return reply.said === 'back' ? 'back' : undefined;
		}

		const order = orderIn(reply.text, commands);
		if (order === undefined) {
			const text = reply.text.trim();
			const tell = onOther ?? (other => talk.tell(notUnderstood(other, commands)));
			tell(text);
			continue;
		}

		const result = await obey(order);
		if (result !== undefined) {
			return result;
		}
	}
}

type Order<Result> = {readonly command: Command<Result>; readonly about: string};

async function obey<Result>({
	command,
	about,
}: Order<Result>): Promise<Result | undefined> {
	if ('lead' in command) {
		return command.lead(about);
	}

	await command.act(about);
	return undefined;
}

function notUnderstood(text: string, commands: ReadonlyArray<Command<unknown>>): string {
	return text === ''
		? offer(commands)
		: `"${text}" was not understood. ${offer(commands)}`;
}

/** `You can type apply, save, page and a number or raw. ? explains them.` */
function offer(commands: ReadonlyArray<Command<unknown>>): string {
	const words = commands.map(wordsOf);
	const others = words.slice(0, -1).join(', ');
	const last = words.at(-1) ?? '';
	return `You can type ${others === '' ? last : `${others}, or ${last}`}. ? explains.`;
}

function explain(command: Command<unknown>): string {
	const short = command.letter === undefined ? '' : `, or ${command.letter}`;
	return `${wordsOf(command)}${short}: ${command.does}.`;
}

function wordsOf({words, about}: Command<unknown>): string {
	return about === undefined ? words : `${words} and ${about}`;
}

function orderIn<Result>(
	text: string,
	commands: ReadonlyArray<Command<Result>>,
): Order<Result> | undefined {
	const line = text.trim();
	for (const command of commands) {
		const {words, letter = words} = command;
		const spelling = [words, letter].find(each =>
			`${line.toLowerCase()} `.startsWith(`${each} `),
		);
		if (spelling !== undefined) {
			return {command, about: line.slice(spelling.length).trim()};
		}
	}

	return undefined;
}
