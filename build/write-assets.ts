import {mkdir, writeFile} from 'node:fs/promises';
import {answersJsonSchema} from '../source/answers/answers-json-schema.js';
import {completionFor} from '../source/commands/completion/completion-for.js';
import {manualFor} from '../source/commands/manual/manual.js';
import {buildProgram} from '../source/commands/program.js';

// Writes anew what is shipped and made from the sources.

const program = buildProgram();
await mkdir('assets/completions', {recursive: true});
await writeFile('assets/analytics-setup.1', manualFor(program));
await writeFile(
	'assets/completions/analytics-setup.bash',
	completionFor('bash', program),
);
await writeFile('assets/completions/_analytics-setup', completionFor('zsh', program));
await writeFile(
	'assets/completions/analytics-setup.fish',
	completionFor('fish', program),
);
await writeFile('assets/answers.schema.json', answersJsonSchema());
