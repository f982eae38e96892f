import {Failure, messageOf} from '../failure.js';
import type {Collected, ItemContext} from './item.js';

type Part = (context: ItemContext) => Promise<Collected>;

/** What a program says, under the line that calls it. */
export function command(file: string, ...arguments_: readonly string[]): Part {
	const heading = `$ ${[file, ...arguments_].join(' ')}`;
	return async ({machine: {sources}, signal}) => {
		try {
			const {stdout, stderr} = await sources.run(file, arguments_, {
				signal,
				timeout,
				most,
			});
			return {text: under(heading, [stdout, stderr]), problems: []};
		} catch (error) {
			const problem = problemOf(error);
			return {text: under(heading, [saidBefore(error), problem]), problems: [problem]};
		}
	};
}

/** Characters; one program says no more than that. */
const most = 16 * 1024 * 1024;
/** Milliseconds; less than an item has, so that the others in it are told. */
const timeout = 4000;

/** The text of a file, under its path. One that is not there is told, and no problem. */
export function file(path: string): Part {
	return async ({machine: {sources}}) => {
		try {
			const text = (await sources.readFile(path)) ?? '(there is no such file)';
			return {text: under(`== ${path} ==`, [text]), problems: []};
		} catch (error) {
			const problem = problemOf(error);
			return {text: under(`== ${path} ==`, [problem]), problems: [problem]};
		}
	};
}

/** One after the other in one text; what one cannot tell does not keep the others. */
export function together(...parts: readonly Part[]): Part {
	return async context => {
		const found = await Promise.all(parts.map(part => part(context)));
		return {
			text: found.map(({text}) => text).join('\n'),
			problems: [...new Set(found.flatMap(({problems}) => problems))],
		};
	};
}

export function found(text: string): Collected {
	return {text: text.endsWith('\n') ? text : `${text}\n`, problems: []};
}

export function foundJson(value: unknown): Collected {
	return found(JSON.stringify(value, undefined, 2));
}

/** Why something could not be found out, without the full stop. */
export function problemOf(error: unknown): string {
	return messageOf(error)
		.replace(/\.$/, '')
		.replace(/^(?<program>"[^"]+") (?=[^a-z])/, '$<program>: ');
}

function under(heading: string, texts: readonly string[]): string {
	const said = texts.map(text => text.trimEnd()).filter(text => text !== '');
	return `${[heading, ...said].join('\n')}\n`;
}

/** Some programs say what they know, and end with an exit code. */
function saidBefore(error: unknown): string {
	const cause = error instanceof Failure ? error.cause : undefined;
	const said = Object(cause).stdout;
	return typeof said === 'string' ? said : '';
}
