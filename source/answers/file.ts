import {readFile} from 'node:fs/promises';
import {parseDocument} from 'yaml';
import {Failure} from '../failure.js';

/**
 * The content of an answers file, YAML or JSON (which is YAML too), not yet checked.
 * @throws Failure `answers.unreadable`
 */
export async function readAnswersFile(path: string): Promise<unknown> {
	const text = await readText(path);
	try {
		const document = parseDocument(text, {prettyErrors: true});
		const [error] = [...document.errors, ...document.warnings];
		if (error !== undefined) {
			throw error;
		}

		return document.toJS({maxAliasCount: 100});
	} catch (error) {
		const reason = error instanceof Error ? firstLine(error) : String(error);
		throw new Failure(
			'answers.unreadable',
			`"${path}" is not valid YAML or JSON: ${reason}`,
			{
				remedies: ['Correct that place, then run the same command again.'],
				cause: error,
			},
		);
	}
}

async function readText(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		throw new Failure('answers.unreadable', `"${path}" cannot be read.`, {
			remedies: ['Check the name of the file, and that you may read it.'],
			cause: error,
		});
	}
}

function firstLine({message}: Error): string {
	return (message.split('\n')[0] ?? '').replace(/[:.]?$/, '.');
}
