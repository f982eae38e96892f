import type {Socket} from 'node:net';
import type * as z from 'zod';

export function lineOf(message: unknown): string {
	return `${JSON.stringify(message)}\n`;
}

/** Reads one line; undefined for what is no such message. */
export function lineReader<Value>(
	schema: z.ZodType<Value>,
): (line: string) => Value | undefined {
	return line => {
		try {
			return schema.parse(JSON.parse(line));
		} catch {
			return undefined;
		}
	};
}

/**
 * The lines that come over a socket, until it ends or breaks.
 * @param longest whoever sends a longer one is not listened to any more
 */
export async function* linesFrom(
	socket: Socket,
	longest: number,
): AsyncGenerator<string> {
	let rest = '';
	try {
		for await (const chunk of socket.setEncoding('utf8')) {
			const lines = `${rest}${chunk}`.split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
			if (rest.length > longest) {
				return;
			}
		}
	} catch {
		// Whoever was killed has told all that they will.
	}
}
