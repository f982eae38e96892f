import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';
import {beforeTheEnd} from '../../source/host/last-acts.js';
import {buildProgram} from './build-program.js';
import {draftOf} from './draft-of.js';
import {exitCodeOf} from './exit-code-of.js';
import type {Beginning} from './visit.js';

const answersFile = fileURLToPath(
	new URL('../../assets/answers.example.yaml', import.meta.url),
);

/** Shows the wizard with the same answers and no network; its files go with it. */
export async function visitOnFiles(beginning: Beginning): Promise<number> {
	const root = await mkdtemp(join(tmpdir(), 'analytics-setup-demo-'));
	const remove = () => rm(root, {recursive: true, force: true});
	const stop = new AbortController();
	const callOff = beforeTheEnd(async () => {
		stop.abort();
		await remove();
	});
	try {
		if (beginning === 'typed') {
			await writeDraft(root);
		}

		const program = join(root, 'program');
		await buildProgram(program);
		const flags = beginning === 'given' ? ['--answers', answersFile] : [];
		return await runWizard(
			[join(program, 'cli.js'), '--root', root, ...flags],
			stop.signal,
		);
	} finally {
		await remove();
		callOff();
	}
}

async function writeDraft(root: string): Promise<void> {
	const folder = join(root, 'var/lib/analytics-setup');
	await mkdir(folder, {recursive: true, mode: 0o700});
	const answers = parse(await readFile(answersFile, 'utf8'));
	await writeFile(join(folder, 'draft.json'), draftOf(answers), {mode: 0o600});
}

async function runWizard(
	command: readonly string[],
	signal: AbortSignal,
): Promise<number> {
	const wizard = spawn(process.execPath, command, {stdio: 'inherit'});
	signal.addEventListener('abort', () => wizard.kill());
	return exitCodeOf(wizard);
}
