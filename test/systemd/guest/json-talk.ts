import type {Socket} from 'node:net';
import {lineOf, linesFrom} from '../../../source/host/json-lines.js';

/** Commands and their answers as lines of JSON: how qemu and the agent in the guest speak. */
export type JsonTalk = {
	readonly ask: <Answer>(command: string, parameters?: object) => Promise<Answer>;
};

type Answered = {
	readonly id?: number;
	readonly return?: unknown;
	readonly error?: {readonly desc: string};
};

/** Longer than any file that is read through it. */
const longest = 16_000_000;

export function talkOver(socket: Socket): JsonTalk {
	const waiting = new Map<number, PromiseWithResolvers<unknown>>();
	let count = 0;
	void (async () => {
		for await (const line of linesFrom(socket, longest)) {
			const {id = 0, error, return: answer} = JSON.parse(line) as Answered;
			const asked = waiting.get(id);
			waiting.delete(id);
			if (error) {
				asked?.reject(new Error(error.desc));
			} else {
				asked?.resolve(answer);
			}
		}

		for (const {reject} of waiting.values()) {
			reject(new Error('The machine is switched off.'));
		}
	})();

	return {
		ask<Answer>(command: string, parameters: object = {}) {
			count += 1;
			const asked = Promise.withResolvers<unknown>();
			waiting.set(count, asked);
			socket.write(lineOf({execute: command, arguments: parameters, id: count}));
			return asked.promise as Promise<Answer>;
		},
	};
}
