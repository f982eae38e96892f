import {Buffer} from 'node:buffer';
import type {Address} from '../../addresses/address.js';
import {plainText} from '../../plain-text.js';
import type {Dialled} from '../tcp/dial-outcome.js';
import {exchange} from '../udp/exchange.js';

/** An instance of SQL Server, as SQL Browser tells of it. */
export type SqlInstance = {
	readonly name: string;
	readonly version: string;
	/** Undefined where TCP is switched off for it. */
	readonly port: number | undefined;
};

export type BrowserSeen = {
	readonly dialled: Dialled;
	readonly instances: readonly SqlInstance[];
};

/** SQL Browser's (MC-SQLR 2.1). */
export const browserPort = 1434;

/** What a client asks, and how an answer begins (MC-SQLR 2.2). */
const message = {all: 0x03, one: 0x04, answer: 0x05} as const;

/**
 * Asks SQL Browser on which port an instance listens (MC-SQLR), and at the same time for
 * all of them: it says nothing of one that it does not know, and a hidden one is not listed.
 * @throws the signal's reason when it is called off
 */
export async function askBrowser(
	address: Address,
	instance: string,
	signal: AbortSignal,
): Promise<BrowserSeen> {
	const ask = (question: Buffer) =>
		exchange(
			{address, port: browserPort, question: () => question, answerIn: parseInstances},
			signal,
		);
	const [one, all] = await Promise.all([
		ask(Buffer.from([message.one, ...Buffer.from(instance, 'latin1'), 0])),
		ask(Buffer.from([message.all])),
	]);
	return {
		dialled: one.answer === undefined ? all.dialled : one.dialled,
		instances: [...(one.answer ?? []), ...(all.answer ?? [])],
	};
}

/** The instances in an answer: names and values by turns, and an empty name after each. */
export function parseInstances(datagram: Buffer): readonly SqlInstance[] | undefined {
	const [kind] = datagram;
	if (kind !== message.answer || datagram.length < 3) {
		return undefined;
	}

	const text = datagram.toString('latin1', 3, 3 + datagram.readUInt16LE(1));
	return text
		.split(';;')
		.map(fieldsIn)
		.flatMap(fields => {
			const name = fields.get('instancename');
			return name === undefined
				? []
				: [{name, version: fields.get('version') ?? '', port: portIn(fields.get('tcp'))}];
		});
}

function fieldsIn(part: string): ReadonlyMap<string, string> {
	const words = part.split(';');
	return new Map(
		words.flatMap((word, index) =>
			index % 2 === 0
				? [[word.toLowerCase(), plainText(words[index + 1] ?? '', 100)] as const]
				: [],
		),
	);
}

function portIn(text = ''): number | undefined {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	return port > 0 && port <= 65_535 ? port : undefined;
}
