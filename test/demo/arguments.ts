import {parseArgs} from 'node:util';
import {networks} from './networks.js';
import {type Beginning, beginnings} from './visit.js';

/** What the command line asks for. */
export type Wish = {
	readonly isHelpWanted: boolean;
	readonly isListWanted: boolean;
	/** Undefined where it is still to be chosen. */
	readonly network: string | undefined;
	readonly beginning: Beginning;
	readonly command: readonly string[];
};

/** @throws Error with a sentence about what is not understood */
export function readArguments(arguments_: readonly string[]): Wish {
	const {values, positionals} = parseArgs({
		args: [...arguments_],
		allowPositionals: true,
		options: {
			help: {type: 'boolean', short: 'h', default: false},
			list: {type: 'boolean', default: false},
			fault: {type: 'string'},
			answers: {type: 'string', default: beginnings[0]},
		},
	});
	const {fault, answers} = values;
	if (fault !== undefined && !networks.some(({name}) => name === fault)) {
		throw new Error(`There is no fault "${fault}". These are there: ${names()}.`);
	}

	const beginning = beginnings.find(name => name === answers);
	if (beginning === undefined) {
		throw new Error(
			`--answers takes one of these: ${beginnings.join(', ')}. "${answers}" is none of them.`,
		);
	}

	return {
		isHelpWanted: values.help,
		isListWanted: values.list,
		network: fault,
		beginning,
		command: positionals,
	};
}

function names(): string {
	return networks.map(({name}) => name).join(', ');
}
