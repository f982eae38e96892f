import {Failure, messageOf} from '../failure.js';
import {decodeText} from '../host/decode-text.js';
import {readFileBytes} from '../host/text-files.js';
import {type ReadDocument, readAnswersText} from './answers-document.js';

/**
 * An answers file, YAML or JSON, not yet checked; or what is wrong with its text.
 * @throws Failure `answers.unreadable`
 */
export async function readAnswersFile(path: string): Promise<ReadDocument> {
	const decoded = decodeText(await readBytes(path));
	if (decoded.text !== undefined) {
		return readAnswersText(path, decoded.text);
	}

	const {fault: reason, line} = decoded;
	return {faults: [{path: '', value: null, reason, file: path, line, column: 1}]};
}

/** More than the longest lists need. */
const mostMebibytes = 8;

async function readBytes(path: string): Promise<Uint8Array> {
	try {
		return await readFileBytes(path, mostMebibytes);
	} catch (error) {
		throw new Failure(
			'answers.unreadable',
			`"${path}" cannot be read. ${messageOf(error)}`,
			{
				remedies: ['Check the name of the file, and that you may read it.'],
				cause: error,
			},
		);
	}
}
