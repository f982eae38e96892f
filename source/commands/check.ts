import process from 'node:process';
import {checkAnswers} from '../answers/check.js';
import {readAnswersFile} from '../answers/file.js';
import {exitCode} from '../exit-code.js';
import {faultCount, renderRemark} from './answers-from-file.js';
import type {JsonFlag} from './flags.js';
import {print, printJson} from './output.js';

export async function check(path: string, {json}: JsonFlag): Promise<void> {
	const {faults, warnings} = checkAnswers(await readAnswersFile(path));
	process.exitCode = faults.length === 0 ? exitCode.done : exitCode.usage;
	if (json) {
		printJson({schema: 1, valid: faults.length === 0, faults, warnings});
		return;
	}

	const verdict =
		faults.length === 0 ? [`"${path}" is valid.`] : [faultCount(path, faults)];
	const advice =
		warnings.length === 0
			? []
			: ['Allowed, but is it meant?', ...warnings.map(renderRemark)];
	print([...verdict, ...faults.map(renderRemark), ...advice].join('\n'));
}
