import {randomInt} from 'node:crypto';
import {directPorts} from '../policy/forwarder-place.js';
import {codeOf} from './file-errors.js';

/** So many ports are tried where others have them just now. */
const mostTries = 8;

/**
 * Asks from a port whose look-ups are not turned to this server itself: what answers is the
 * DNS server that was asked, or nobody.
 * @param codeIn the error that a result tells of; what is thrown is looked at in any case
 */
export async function fromDirectPort<Result>(
	ask: (localPort: number) => Promise<Result>,
	codeIn: (result: Result) => string | undefined = () => undefined,
): Promise<Result> {
	const isTaken = async (asked: Promise<Result>) => {
		try {
			return takenCodes.has(codeIn(await asked) ?? '');
		} catch (error) {
			return takenCodes.has(codeOf(error) ?? '');
		}
	};

	for (let tries = 1; ; tries += 1) {
		const asked = ask(randomInt(directPorts.first, directPorts.last + 1));
		if (!(await isTaken(asked)) || tries === mostTries) {
			return asked;
		}
	}
}

/** By another socket, or by a connection to the same server that has ended a moment ago. */
const takenCodes: ReadonlySet<string> = new Set(['EADDRINUSE', 'EADDRNOTAVAIL']);
