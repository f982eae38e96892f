import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import {type Network, offeredNetworks} from './networks.js';

/** The name of the network that is wanted; undefined when whoever is asked goes away. */
export async function chooseNetwork(): Promise<string | undefined> {
	const answer = await ask('Which one? [1] ');
	if (answer === undefined) {
		return undefined;
	}

	return find(answer)?.name ?? chooseNetwork();
}

/** Asks on this terminal; undefined after Ctrl-C or Ctrl-D. */
export async function ask(question: string): Promise<string | undefined> {
	const lines = createInterface({input: process.stdin, output: process.stdout});
	const gone = new Promise<undefined>(resolve => {
		lines.once('close', () => {
			// What is shown next begins on a line of its own.
			console.log();
			resolve(undefined);
		});
	});
	try {
		return await Promise.race([lines.question(question), gone]);
	} finally {
		lines.close();
	}
}

function find(answer: string): Network | undefined {
	const wanted = answer.trim() || '1';
	return offeredNetworks().find(
		({name}, index) => name === wanted || String(index + 1) === wanted,
	);
}
