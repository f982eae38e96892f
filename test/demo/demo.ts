import process from 'node:process';
import {readArguments, type Wish} from './arguments.js';
import {ask, chooseNetwork} from './choose-network.js';
import {findRefusal} from './find-refusal.js';
import {visitInNamespaces} from './in-namespaces.js';
import {networks} from './networks.js';
import {visitOnFiles} from './on-files.js';
import type {Refusal} from './refusal.js';
import {beginning, insteadOfNetwork, listed, usage, withoutNetwork} from './words.js';

// For people: the wizard, in a small real network of which nothing is left afterwards.

/** Root's programs, even for somebody who is not root. */
process.env.PATH += ':/usr/sbin:/sbin';

/** As the program itself ends. */
const exitCodes = {done: 0, usage: 2, interrupted: 130} as const;

async function main(wish: Wish): Promise<number> {
	if (wish.isHelpWanted || wish.isListWanted) {
		console.log(wish.isHelpWanted ? usage() : listed().join('\n'));
		return exitCodes.done;
	}

	const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
	if (wish.command.length === 0 && !isTerminal) {
		console.error('The demo needs a terminal: run it at a console or over "ssh -t".');
		return exitCodes.usage;
	}

	const refusal = findRefusal();
	return refusal === undefined ? showNetwork(wish) : showFiles(wish, refusal);
}

async function showNetwork(wish: Wish): Promise<number> {
	const network = await chosen(wish);
	if (network === undefined) {
		return exitCodes.interrupted;
	}

	const end = await visitInNamespaces({...wish, network});
	return 'exitCode' in end
		? end.exitCode
		: showFiles(wish, {reason: 'The network could not be built.', remedy: end.reason});
}

async function chosen({network, command}: Wish): Promise<string | undefined> {
	if (network !== undefined || command.length > 0) {
		return network ?? networks[0].name;
	}

	console.log(beginning());
	return chooseNetwork();
}

async function showFiles(wish: Wish, refusal: Refusal): Promise<number> {
	console.error(withoutNetwork(refusal));
	if (wish.command.length > 0) {
		return exitCodes.usage;
	}

	console.log(insteadOfNetwork());
	const answer = await ask('Enter goes on, Ctrl-C leaves. ');
	return answer === undefined ? exitCodes.interrupted : visitOnFiles(wish.beginning);
}

function understood(): Wish | undefined {
	try {
		return readArguments(process.argv.slice(2));
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return undefined;
	}
}

const wish = understood();
process.exitCode = wish === undefined ? exitCodes.usage : await main(wish);
