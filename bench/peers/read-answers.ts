import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {Command} from 'commander';
import {execa} from 'execa';
import {parse} from 'yaml';
import * as z from 'zod';

// What `plan` cannot do without, and nothing else: a flag, a file that is checked, and the
// addresses of this server.
const answers = z.object({
	version: z.literal(1),
	server: z.object({hostname: z.string()}),
	viewers: z.object({subnets: z.array(z.string())}),
});

const {path} = new Command()
	.requiredOption('--path <file>')
	.parse()
	.opts<{readonly path: string}>();
const {server} = answers.parse(parse(await readFile(path, 'utf8')));
const {stdout} = await execa('ip', ['-json', 'address', 'show']);
process.stdout.write(`${server.hostname}: ${JSON.parse(stdout).length} interfaces\n`);
