import type {CommanderError} from 'commander';
import {Failure, messageOf} from '../failure.js';

/** What is wrong with a command line, in sentences as everything else is told. */
export function usageFailure(error: CommanderError): Failure {
	const [fault = '', ...hints] = error.message.split('\n');
	const words = fault.replace(/^error: /, '');
	const message = messageOf(words.charAt(0).toUpperCase() + words.slice(1));
	return new Failure('usage', message, {
		remedies: hints.map(hint => hint.replace(/^\((.*)\)$/, '$1')),
		cause: error,
	});
}
