import {addExamples} from '../examples.js';
import {addOutputFlags} from '../flags.js';
import type {AddCommand} from './add-command.js';

/** The commands about answers files. */
export function addAnswersCommands(add: AddCommand): void {
	addCheck(add);
	addSchema(add);
}

function addCheck(add: AddCommand): void {
	const command = add(
		'check <file...>',
		'say everything that is wrong with an answers file, or with several as one',
		{about: 'files'},
	);
	addExamples(addOutputFlags(command), [
		['check site.yaml', 'Every fault, with its line'],
		['check base.yaml host.yaml', 'Both together; the later one counts for more'],
	]).action(async (files: readonly string[], flags) => {
		const {check} = await import('../check.js');
		await check(files, flags);
	});
}

function addSchema(add: AddCommand): void {
	const command = add('schema', 'show the JSON Schema of an answers file, for editors', {
		about: 'files',
	});
	addExamples(command, [
		['schema > answers.schema.json', 'Beside an answers file that names it'],
	]).action(async () => {
		const {schema} = await import('../schema.js');
		schema();
	});
}
