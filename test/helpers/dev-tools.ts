import assert from 'node:assert/strict';
import type {ChildProcess} from 'node:child_process';
import {EventEmitter, once} from 'node:events';
import type {Readable, Writable} from 'node:stream';

/** Chromium's DevTools as they are spoken through a pipe, about one page. */
export type DevTools = {
	readonly send: <Result>(method: string, parameters?: object) => Promise<Result>;
	readonly on: <Parameters>(
		method: string,
		listener: (parameters: Parameters) => void,
	) => void;
	/** Waits for the next event of this name. */
	readonly next: (method: string) => Promise<void>;
};

/** Speaks with a browser that reads from its file 3 and writes to its file 4. */
export async function openDevTools(child: ChildProcess): Promise<DevTools> {
	const input = child.stdio[3] as Writable;
	const events = new EventEmitter();
	const answers = new EventEmitter();
	let count = 0;
	const ask = async (method: string, parameters: object, sessionId?: string) => {
		count += 1;
		const answered = once(answers, `${count}`);
		input.write(
			`${JSON.stringify({id: count, method, params: parameters, sessionId})}\0`,
		);
		const [{result, error}] = await answered;
		assert.equal(error, undefined, `${method}: ${JSON.stringify(error)}`);
		return result;
	};

	void (async () => {
		for await (const message of messagesIn(child.stdio[4] as Readable)) {
			const {id, method, ...said} = JSON.parse(message);
			if (id === undefined) {
				events.emit(method, said.params);
			} else {
				answers.emit(`${id}`, said);
			}
		}

		for (const waited of [events, answers]) {
			// Whoever waits shall not wait for ever.
			if (waited.listenerCount('error') > 0) {
				waited.emit('error', new Error('Chromium has ended.'));
			}
		}
	})();

	const {targetId} = await ask('Target.createTarget', {url: 'about:blank'});
	const {sessionId} = await ask('Target.attachToTarget', {targetId, flatten: true});
	return {
		send: (method, parameters = {}) => ask(method, parameters, sessionId),
		on: (method, listener) => events.on(method, listener),
		async next(method) {
			await once(events, method);
		},
	};
}

/** A zero byte ends each message. */
async function* messagesIn(output: Readable): AsyncIterable<string> {
	let rest = '';
	for await (const text of output.setEncoding('utf8')) {
		const parts = `${rest}${text}`.split('\0');
		rest = parts.pop() ?? '';
		yield* parts;
	}
}
